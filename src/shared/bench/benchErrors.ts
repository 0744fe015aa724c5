import { errorCodeIn } from '../knowledge/errorCodeIn.ts';
import { firstAnswers, type FlowError } from '../knowledge/firstAnswers.ts';

/**
 * What an error of the technician flow means, and what a technician does about it. `act` is what it asks for first, as the next step
 * that it is; all but a retry have to be done before another start. `code` is lower case with 0x, as Windows prints it; or the number
 * of an event in the Autopilot log.
 */
export type BenchError = FlowError;
export type BenchRemedy = BenchError['act'];

/** An event of the Autopilot log, by its number or as it is called. */
const EVENT = /^(?:event(?: id)?\s*)?(\d{3})$/i;

/** The errors that the technician flow ends with, from the knowledge. */
export const benchErrors = (): readonly BenchError[] => firstAnswers().flow;

/** What is known of a code, however it was typed: see `errorCodeIn`; or of an event's number. Null where nothing is. */
export function findBenchError(typed: string): BenchError | null {
  const code = errorCodeIn(typed) ?? EVENT.exec(typed.trim())?.[1] ?? null;
  return (code !== null && benchErrors().find((known) => known.code === code)) || null;
}

/** What a known error means and what to do about it, as one text. */
export function benchErrorText({ meaning, remedy }: BenchError): string {
  return `${meaning} ${remedy}`;
}
