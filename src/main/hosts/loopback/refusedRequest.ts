/** A request that this door does not answer, and the HTTP status that says so. */
export class RefusedRequest extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415;

  constructor(status: RefusedRequest['status'], reason: string) {
    super(reason);
    this.name = 'RefusedRequest';
    this.status = status;
  }
}
