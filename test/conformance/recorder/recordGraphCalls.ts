import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Loaded into every process of the integration suite before anything else, it notes what Reseal sends to Graph and what
 * the practice tenant answers, one line each, and changes nothing. It loads no library, since it is in programs that are
 * timed and killed. Neither tokens nor hashes are noted.
 */
const folder = process.env['RESEAL_RECORDED_CALLS'];
const marked: { fetch: typeof globalThis.fetch & { isRecorder?: true } } = globalThis;
if (folder !== undefined && marked.fetch.isRecorder !== true) {
  const recorder = recording(globalThis.fetch, join(folder, `${process.pid}.jsonl`));
  marked.fetch = Object.assign(recorder, { isRecorder: true as const });
}

function recording(fetch: typeof globalThis.fetch, file: string): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    const url = input instanceof Request ? input.url : String(input);
    // Reseal's Graph client marks every call; what a test sends by itself is no concern of this.
    const isGraphCall = headers.has('client-request-id') && /^http:\/\/[^/]+\/(v1\.0|beta)\//.test(url);
    if (!isGraphCall) return fetch(input, init);
    const call = {
      url: url.replace(/^http:\/\/[^/]+/, ''),
      method: init?.method ?? 'GET',
      request: typeof init?.body === 'string' ? withoutSecrets(init.body) : '',
    };
    const note = (answer: { readonly status: number; readonly text: string } | null): void =>
      appendFileSync(file, `${JSON.stringify({ ...call, answer })}\n`);
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      note(null);
      throw error;
    }
    const text = await response
      .clone()
      .text()
      .catch(() => null);
    // Only Graph and its stand-in name the request; a captive portal does not.
    note(text === null || !response.headers.has('request-id') ? null : { status: response.status, text });
    return response;
  };
}

/** A hash or a link becomes another text of the same form, so that its form can still be checked. */
function withoutSecrets(body: string): string {
  return body
    .replaceAll(/"hardwareIdentifier":"[A-Za-z0-9+/]{4,}={0,2}"/g, '"hardwareIdentifier":"QUFB"')
    .replaceAll(/"deviceLink":"(deviceLink:)?[^"]*"/g, '"deviceLink":"$1"');
}
