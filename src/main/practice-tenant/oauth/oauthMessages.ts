import type { JsonObject } from '../protocol/graphMessages.ts';

export interface OAuthRequest {
  readonly method: string;
  /** Decoded path segments: the tenant, then what is asked for. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** The form that was posted; empty for a GET. */
  readonly form: URLSearchParams;
  readonly origin: string;
}

export type OAuthAnswer =
  { readonly status: number; readonly body: JsonObject } | { readonly status: number; readonly page: string };

/** A refusal in the words of Microsoft's token service, `AADSTS…`. */
export class OAuthError extends Error {
  readonly error: string;
  readonly code: number;
  readonly suberror: string | null;

  constructor(error: string, code: number, message: string, suberror: string | null = null) {
    super(`AADSTS${code}: ${message}`);
    this.name = 'OAuthError';
    this.error = error;
    this.code = code;
    this.suberror = suberror;
  }
}
