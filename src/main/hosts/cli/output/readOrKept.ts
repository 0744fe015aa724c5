import { AppError } from '../../../../shared/outcome/appError.ts';
import type { Run } from '../program/runCommand.ts';

/** What was read of Microsoft's side, and whether that was now. */
export interface FreshOrKept<Found> {
  readonly found: Found;
  readonly isFresh: boolean;
}

/**
 * Reads anew and returns what is kept then; where Microsoft cannot be read now, what was read before has to do, and that is said.
 * @throws the failure of the reading where nothing was read before
 */
export async function readOrKept<Found extends { readonly readAt: string | null }>(
  run: Run,
  read: () => Promise<unknown>,
  kept: () => Promise<Found>,
): Promise<FreshOrKept<Found>> {
  try {
    await read();
  } catch (error) {
    const found = await kept();
    if (!(error instanceof AppError) || found.readAt === null) throw error;
    run.say(`${error.message} What was read before is shown.`);
    return { found, isFresh: false };
  }
  return { found: await kept(), isFresh: true };
}
