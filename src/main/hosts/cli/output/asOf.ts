import type { Formatter } from '../../../../shared/format/formatter.ts';

/** What is read of a tenant as a whole, and when. */
interface Reading {
  readonly readAt: string | null;
  readonly isWhole: boolean;
}

/** When it was read. @param what “profiles”, say */
export function asOf({ readAt, isWhole }: Reading, what: string, { longInstant }: Formatter): string {
  if (readAt === null) return `The ${what} of this tenant were never read.`;
  return `As of ${longInstant(readAt)}.${isWhole ? '' : ` Microsoft’s list ended early; ${what} may be missing.`}`;
}
