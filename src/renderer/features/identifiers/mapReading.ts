import type { ProcedureReading } from '../../api/useProcedure.ts';

/** The same reading with its value as `read` has it. */
export function mapReading<From, To, Input>(
  reading: ProcedureReading<From, Input>,
  read: (value: From) => To,
): ProcedureReading<To, Input> {
  return reading.state === 'ready' ? { ...reading, value: read(reading.value) } : reading;
}
