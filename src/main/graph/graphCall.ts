import type { z } from 'zod';
import { GraphError } from './graphError.ts';
import type { Permission } from '../../shared/directory/permissions.ts';

/** Beta where v1.0 does not know the call: profile status, sync, profiles, events, corporate identifiers. */
export type GraphVersion = 'v1.0' | 'beta';

export interface GraphCall {
  readonly version: GraphVersion;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, encoded, with its query: `/users/…`; or the whole address of a next page. */
  readonly path: string;
  /** The least-privileged permission for the call. A person is asked for it when it is first needed. */
  readonly scope: Permission;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A POST that changes nothing, such as a search: it may be repeated like a GET. */
  readonly isRead?: boolean;
  /** How many requests it is for Microsoft's limits; more than 1 for a `$batch`. */
  readonly cost?: number;
  /** Refusals that are answers: they are returned and not thrown. */
  readonly acceptedStatuses?: readonly number[];
  /** How long one attempt may take, in real milliseconds. */
  readonly deadlineMs?: number;
}

export interface GraphAnswer {
  readonly status: number;
  /** The parsed JSON; null where there was none. */
  readonly body: unknown;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** What the server's clock showed when it answered; null where it did not say. What it dates is compared with this. */
  readonly serverTime: Date | null;
}

/** The answer as the schema reads it. @throws GraphError `protocol` that names the properties and never their values */
export function parseAnswer<Value>(schema: z.ZodType<Value>, answer: GraphAnswer): Value {
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole');
  throw new GraphError(
    `Microsoft Graph answered in a way this version of Reseal does not understand (${places.join(', ')}); look for an update.`,
    { kind: 'protocol', status: answer.status, requestId: answer.requestId },
  );
}
