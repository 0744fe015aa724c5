import { AppError } from '../../../../shared/outcome/appError.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import type { Run } from '../program/runCommand.ts';

/** What is read of a tenant as a whole, and when. */
interface Reading {
  readonly readAt: string | null;
  readonly isWhole: boolean;
}

/**
 * Reads something of a tenant; what was read before has to do where the tenant cannot be read now, and then that is said.
 * @throws AppError where it cannot be read and never was
 */
export async function readOrKept<Read extends Reading>(
  run: Run,
  read: () => Promise<Read>,
  kept: () => Promise<Read>,
): Promise<{ readonly read: Read; readonly isFresh: boolean }> {
  try {
    return { read: await read(), isFresh: true };
  } catch (error) {
    const before = await kept();
    if (!(error instanceof AppError) || before.readAt === null) throw error;
    run.say(`${error.message} What was read before is shown.`);
    return { read: before, isFresh: false };
  }
}

/** When it was read. @param what “profiles”, say */
export function asOf({ readAt, isWhole }: Reading, what: string, { longInstant }: Formatter): string {
  if (readAt === null) return `The ${what} of this tenant were never read.`;
  return `As of ${longInstant(readAt)}.${isWhole ? '' : ` Microsoft’s list ended early; ${what} may be missing.`}`;
}
