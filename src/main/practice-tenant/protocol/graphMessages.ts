/** Anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** A property as text, for comparing and for tokens; what is not a plain value counts as empty. */
export function textOf(object: JsonObject, property: string): string {
  const value = object[property];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

export type PracticeVersion = 'v1.0' | 'beta';

export const NEVER = '0001-01-01T00:00:00Z';
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/** Who calls, as the bearer token says. */
export interface Caller {
  /** Object id of the signed-in user, or `null` for an app of its own. */
  readonly userId: string | null;
  /** `null` means everything: the practice tenant's own static token. */
  readonly scopes: readonly string[] | null;
}

export interface GraphRequest {
  readonly method: string;
  readonly version: PracticeVersion;
  /** Path below the version, percent-decoded, key predicates turned into segments: `/users/ada`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body, `undefined` when there was none. */
  readonly body: unknown;
  readonly caller: Caller;
  /** Where nextLinks and contexts begin, e.g. `http://127.0.0.1:4310/beta`. */
  readonly root: string;
}

export interface PracticeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** `null` means that the connection is to end without an answer. */
export interface GraphOutcome {
  readonly answer: PracticeAnswer | null;
  readonly delaySeconds: number;
}

/** A refusal in Graph's own words; the router gives it Graph's error body. */
export class PracticeError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const noContent: PracticeAnswer = { status: 204 };

/** Several Intune actions answer 200 without a body although their pages say 204 (microsoft-graph-docs#11620). */
export const okWithoutBody: PracticeAnswer = { status: 200 };

/** A time as Intune writes it: with seven digits behind the second. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.(\d{3})Z$/, (_, digits: string) => `.${digits}0000Z`);
}

/** Intune has no null for a time that never was: it writes the first moment of the year 1. */
export function isoTimeOrNever(milliseconds: number | null): string {
  return milliseconds === null ? NEVER : isoTime(milliseconds);
}
