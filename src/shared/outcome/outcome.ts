import { z } from 'zod';

/** Why a procedure did not do what was asked. A door maps these to exit codes and HTTP statuses; the page to words. */
export const errorCode = z.enum([
  'invalid-input',
  'not-found',
  'conflict',
  'blocked',
  'cancelled',
  'offline',
  'signed-out',
  'forbidden',
  'throttled',
  'microsoft',
  'unsupported',
  'unreadable',
  /** Characters that no typeface here has; a person may print their codes instead. */
  'unprintable',
  'too-large',
  'database',
  /** This account has not got the key of an encrypted queue; the place that keeps it cannot be reached; it does not fit. */
  'key-missing',
  'key-store',
  'key-wrong',
  /** Another program is writing; the same will do in a moment. */
  'busy',
  'disk-full',
  'disk-failed',
  /** The data folder, or the queue after it was found damaged or gone, takes no changes. */
  'read-only',
  'too-many-files',
  /** Part of the queue cannot be read. */
  'damaged',
  /** There was a queue in the data folder, and it is not there. */
  'queue-gone',
  /** A file in the place of the queue that no Reseal made. */
  'not-a-queue',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const fieldProblem = z.object({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

export const failure = z.object({
  code: errorCode,
  /** One sentence: what is wrong. */
  message: z.string(),
  /** One sentence: what to do next. */
  remedy: z.string().optional(),
  fields: z.array(fieldProblem).optional(),
});
export type Failure = z.infer<typeof failure>;

export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };
