import { boundedBody } from './boundedBody.ts';
import { GraphError } from './graphError.ts';
import { networkFailure } from './networkFailure.ts';

const DEADLINE_MS = 120_000;
/** A report of 100,000 devices packs to a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A file that Graph points to. The address holds its own key, so that no token goes along and no message repeats it.
 * @param root where Graph answers: a practice tenant’s files are there too, without encryption
 * @throws GraphError when the file cannot be had, or is larger than any report
 * @throws the signal's reason when it aborts
 */
export async function download(
  fetch: typeof globalThis.fetch,
  root: URL,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'https:' && url.origin !== root.origin)) {
    throw new GraphError(
      'Microsoft Graph pointed to a file in a way that Reseal does not follow; look for an update.',
      {
        kind: 'protocol',
        code: 'foreignFile',
      },
    );
  }
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, { redirect: 'error', signal: AbortSignal.any([signal, deadline]) });
    bytes = response.ok ? await bytesOf(response) : new Uint8Array();
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof GraphError) throw cause;
    if (deadline.aborted) {
      throw new GraphError(`${url.host} did not answer in time; try again later.`, {
        kind: 'timeout',
        code: 'deadline',
      });
    }
    throw networkFailure(cause, url.host);
  }
  if (response.ok) return bytes;
  const { status } = response;
  throw new GraphError(`${url.host} does not give out the file (${status}); read it again, which orders a new one.`, {
    kind: status >= 500 ? 'server' : 'badRequest',
    status,
  });
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const bytes = await boundedBody(response, MOST_BYTES);
  if (bytes !== null) return bytes;
  throw new GraphError('Microsoft sent a file that is larger than any report; look for an update.', {
    kind: 'protocol',
    code: 'largeFile',
  });
}
