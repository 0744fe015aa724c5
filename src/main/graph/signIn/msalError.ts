import { z } from 'zod';

const msalError = z.object({
  name: z.string(),
  errorCode: z.string(),
  errorMessage: z.string(),
  subError: z.string(),
  /** What the token service wants a sign-in to show. */
  claims: z.string().nullish(),
});

export type MsalError = z.infer<typeof msalError>;

/**
 * The error of MSAL, or null for any other. Read by its form and not by its class: the library takes longer to load than
 * most commands take to run, and only a sign-in needs it.
 */
export function readMsalError(error: unknown): MsalError | null {
  return error instanceof Error ? (msalError.safeParse(error).data ?? null) : null;
}
