import { useProcedure } from '../api/useProcedure.ts';

/** How many imports somebody has begun to work on and not finished; 0 while it is not known. */
export function useUnfinishedImports(): number {
  const reading = useProcedure('intake.unfinished', {}, ['import.changed']);
  return reading.state === 'ready' ? reading.value.imports : 0;
}
