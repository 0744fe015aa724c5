/** What a way of registering came to. Times are the tenant's. */
export interface Measurement {
  readonly devices: number;
  /** HTTP requests, a batch being one. */
  readonly requests: number;
  /** Requests as the tenant's limits count them, each one in a batch by itself. */
  readonly calls: number;
  readonly refusedCalls: number;
  readonly durationMs: number;
  readonly byRoute: Readonly<Record<string, number>>;
}
