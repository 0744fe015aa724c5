import { InvalidArgumentError } from 'commander';
import { ELAPSED_HINT, readElapsed } from '../../../../shared/bench/elapsedTime.ts';

/** The elapsed time of a result screen, in milliseconds. */
export function elapsedOption(text: string): number {
  const elapsedMs = readElapsed(text);
  if (elapsedMs === null || elapsedMs === 'wrong') throw new InvalidArgumentError(ELAPSED_HINT);
  return elapsedMs;
}
