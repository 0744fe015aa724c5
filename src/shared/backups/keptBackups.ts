import type { Backup } from './backup.ts';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 6;
const DAY_MS = 24 * 60 * 60_000;
const THURSDAY = 4;

type Dated = Pick<Backup, 'file' | 'madeAt' | 'reason'>;

/**
 * Which copies stay: the newest of each of the last 7 days, 4 weeks and 6 months that have one, what was made by hand in the last
 * 7 days, and always the newest of all and the newest of before a change of format. Days without a copy do not count, so that a
 * computer that was off for a year keeps as many as one that never was.
 */
export function keptBackups(backups: readonly Dated[], now: Date): ReadonlySet<string> {
  const newestFirst = backups.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
  const isOfLately = ({ madeAt }: Dated): boolean => now.getTime() - Date.parse(madeAt) < DAYS * DAY_MS;
  const kept = [
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter((one) => one.reason === 'migration').slice(0, 1),
    ...newestFirst.filter((one) => one.reason === 'manual' && isOfLately(one)),
    ...newestOfEach(newestFirst, DAYS, (at) => at.slice(0, 10)),
    ...newestOfEach(newestFirst, WEEKS, weekOf),
    ...newestOfEach(newestFirst, MONTHS, (at) => at.slice(0, 7)),
  ];
  return new Set(kept.map(({ file }) => file));
}

function newestOfEach(newestFirst: readonly Dated[], most: number, spanOf: (at: string) => string): readonly Dated[] {
  const bySpan = new Map<string, Dated>();
  for (const one of newestFirst) {
    const span = spanOf(one.madeAt);
    if (!bySpan.has(span)) bySpan.set(span, one);
  }
  return [...bySpan.values()].slice(0, most);
}

/** The day of the week's Thursday, which names a week across the turn of a year. */
function weekOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  const fromMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() + (THURSDAY - 1 - fromMonday) * DAY_MS).toISOString().slice(0, 10);
}
