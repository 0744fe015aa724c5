import { LONGEST_SPAN_MS, type ShiftSpan } from '../../../shared/shift/shiftSpan.ts';

const HOUR_MS = 3_600_000;

export type SpanName = 'today' | 'yesterday' | 'hours8' | 'days7' | 'range';

/** The span that a name stands for, by the clock of this computer; hours and days are begun ones. @param now to the minute */
export function spanNamed(name: Exclude<SpanName, 'range'>, now: Date): ShiftSpan {
  const to = now.toISOString();
  switch (name) {
    case 'today':
      return {
        from: midnight(now, 0),
        to: now.getTime() === Date.parse(midnight(now, 0)) ? laterBy(now, HOUR_MS) : to,
      };
    case 'yesterday':
      return { from: midnight(now, -1), to: midnight(now, 0) };
    case 'hours8': {
      const from = new Date(now.getTime() - 8 * HOUR_MS);
      from.setMinutes(0, 0, 0);
      return { from: from.toISOString(), to };
    }
    case 'days7':
      return { from: midnight(now, -6), to };
  }
}

/** The span between two fields, as `datetime-local` writes them; null where it is none that can be asked for. */
export function spanBetween(from: string, to: string): ShiftSpan | null {
  const [start, end] = [new Date(from), new Date(to)];
  const length = end.getTime() - start.getTime();
  if (!(length > 0 && length <= LONGEST_SPAN_MS)) return null;
  return { from: start.toISOString(), to: end.toISOString() };
}

function midnight(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
}

const laterBy = (at: Date, milliseconds: number): string => new Date(at.getTime() + milliseconds).toISOString();
