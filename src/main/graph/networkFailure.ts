import { GraphError } from './graphError.ts';

/** The request certainly never reached anybody. Node's codes, and the names Electron's network gives. */
const NEVER_SENT =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|CONNECT_TIMEOUT|INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|CONNECTION_TIMED_OUT/;
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SSL|TLS/;
/** A certificate is good from one day to another, by this computer's clock. Node's codes, and Electron's. */
const NOT_GOOD_TODAY = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/;
const REDIRECTED = /redirect/i;

/** What a `fetch` that threw means for the call. `host` is the only part of the address that is told. */
export function networkFailure(cause: unknown, host: string): GraphError {
  const words = wordsOf(cause);
  if (REDIRECTED.test(words)) {
    return new GraphError(
      `Something between here and ${host} answered instead of Microsoft; sign in to this network in a browser first.`,
      { kind: 'unavailable', code: 'redirected' },
    );
  }
  if (NEVER_SENT.test(words)) {
    return new GraphError(`${host} cannot be reached; check this computer's network connection.`, {
      kind: 'offline',
      code: codeIn(words),
    });
  }
  if (NOT_GOOD_TODAY.test(words)) {
    return new GraphError(
      `The certificate of ${host} is not valid on the day that this computer's clock shows; set the date and time, then try again.`,
      { kind: 'offline', code: codeIn(words) },
    );
  }
  if (NOT_TRUSTED.test(words)) {
    return new GraphError(
      `The secure connection to ${host} is not trusted here; ask whoever looks after the network about its certificate.`,
      { kind: 'offline', code: codeIn(words) },
    );
  }
  return new GraphError(
    `The connection to ${host} broke before an answer came; look whether the change took effect before it is sent again.`,
    { kind: 'timeout', code: codeIn(words) },
  );
}

/** `fetch` hides the reason in its cause, sometimes two deep. */
function wordsOf(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error) || depth > 3) return '';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const inner = cause instanceof AggregateError ? cause.errors.map((one) => wordsOf(one, depth + 1)).join(' ') : '';
  return `${code} ${cause.message} ${inner} ${wordsOf(cause.cause, depth + 1)}`;
}

function codeIn(words: string): string | null {
  return /\b(?:E[A-Z_]{4,}|UND_ERR_[A-Z_]+|ERR_[A-Z_]+)\b/.exec(words)?.[0] ?? null;
}
