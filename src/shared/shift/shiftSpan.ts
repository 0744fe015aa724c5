const HOUR_MS = 3_600_000;
/** Up to a day and the hour by which one can be longer, hours are told; of more, days. */
const LONGEST_IN_HOURS = 25;

/** A span of time that is looked back on: from its beginning to just before its end. */
export interface ShiftSpan {
  readonly from: string;
  readonly to: string;
}

/** A year, and a day for a leap year. */
export const LONGEST_SPAN_MS = 366 * 24 * HOUR_MS;

/** How many hours each part of the span has: one, or a day where hours would be too many to read. */
export function partHoursOf({ from, to }: ShiftSpan): number {
  return Date.parse(to) - Date.parse(from) <= LONGEST_IN_HOURS * HOUR_MS ? 1 : 24;
}

/** The parts of the span, one after the other. The last one may be cut off by its end. */
export function partsOf(span: ShiftSpan): ShiftSpan[] {
  const length = partHoursOf(span) * HOUR_MS;
  const from = Date.parse(span.from);
  const to = Date.parse(span.to);
  const at = (part: number) => new Date(Math.min(from + part * length, to)).toISOString();
  return Array.from({ length: Math.ceil((to - from) / length) }, (_, part) => ({ from: at(part), to: at(part + 1) }));
}
