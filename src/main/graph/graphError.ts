/**
 * Why a call to Microsoft Graph came to nothing, by what can be done about it. `offline`: the request never got there.
 * `timeout`: no answer came or the connection broke, so a write may have taken effect. `protocol`: the answer makes no sense.
 */
export type GraphErrorKind =
  | 'offline'
  | 'timeout'
  | 'throttled'
  | 'unavailable'
  | 'server'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'badRequest'
  | 'protocol';

export interface GraphFailure {
  readonly kind: GraphErrorKind;
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  /** Microsoft's own code, such as `TooManyRequests`; null where there is none. */
  readonly code: string | null;
  /** What the server asked for in Retry-After, in milliseconds of the tenant's time; null where it said nothing. */
  readonly retryAfterMs: number | null;
  /** Microsoft's `request-id`, which their support asks for. */
  readonly requestId: string | null;
  /** What a new token has to show, as JSON: the claims challenge of a refused token; null where there is none. */
  readonly claims: string | null;
}

/** A failed call to Microsoft Graph. Its message is safe to show and to log: no hash, address or token is in it. */
export class GraphError extends Error implements GraphFailure {
  readonly kind: GraphErrorKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;
  readonly claims: string | null;

  constructor(message: string, failure: Partial<GraphFailure> & Pick<GraphFailure, 'kind'>) {
    super(message);
    this.name = 'GraphError';
    this.kind = failure.kind;
    this.status = failure.status ?? null;
    this.code = failure.code ?? null;
    this.retryAfterMs = failure.retryAfterMs ?? null;
    this.requestId = failure.requestId ?? null;
    this.claims = failure.claims ?? null;
  }
}
