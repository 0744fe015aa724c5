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

/** When each part of the span begins. The last one may be cut off by its end. */
export function partsOf(span: ShiftSpan): string[] {
  const length = partHoursOf(span) * HOUR_MS;
  const from = Date.parse(span.from);
  const count = Math.ceil((Date.parse(span.to) - from) / length);
  return Array.from({ length: count }, (_, part) => new Date(from + part * length).toISOString());
}
