import { causeWords } from './failureCauses.ts';
import type { ShiftSummary } from './shiftSummary.ts';
import type { ShiftTotals } from './shiftTotals.ts';
import { stockBandWords } from './stockWeeks.ts';

/** What of the present stands in lists, in words. */
export const openWords = {
  running: 'Running',
  overdue: 'Overdue: running longer than they may',
  failed: 'Failed',
  toReseal: 'To reseal',
  toShip: 'To ship',
  waitingJobs: 'Changes on the way to Microsoft',
  failedJobs: 'Changes that failed',
} as const satisfies Partial<Record<keyof ShiftSummary['now'], string>>;
export const openNames = ['running', 'overdue', 'failed', 'toReseal', 'toShip', 'waitingJobs', 'failedJobs'] as const;

const doneWords = {
  started: 'started',
  succeeded: 'green',
  failed: 'failed',
  resealed: 'resealed',
  shipped: 'shipped',
} as const satisfies Partial<Record<keyof ShiftTotals, string>>;
const doneNames = ['started', 'succeeded', 'failed', 'resealed', 'shipped'] as const;

export const shiftRowHeadings = ['Section', 'Name', 'Measure', 'Value'] as const;

/** A shift as lines of a table, one number or note a line, so that a spreadsheet can sort and sum it. Times are ISO 8601. */
export function shiftRows({ from, to, totals, parts, partHours, technicians, causes, now, notes }: ShiftSummary) {
  const done = (section: string, name: string, of: ShiftTotals): string[][] =>
    doneNames.map((measure) => [section, name, doneWords[measure], String(of[measure])]);
  return [
    ['Shift', 'from', '', from],
    ['Shift', 'to', '', to],
    ...done('All', '', totals),
    ...technicians.flatMap(({ technician, totals: own }) => done('Technician', technician, own)),
    ...parts.flatMap(({ at, totals: own }) => done(partHours === 1 ? 'Hour' : 'Day', at, own)),
    ...causes.map((cause) => ['Failure', causeWords(cause), cause.code ?? '', String(cause.failures)]),
    ...openNames.map((name) => ['Now', openWords[name], '', String(now[name])]),
    ...now.stock.flatMap((band) => [
      ['Left of six months', stockBandWords(band), 'here', String(band.here)],
      ['Left of six months', stockBandWords(band), 'shipped', String(band.shipped)],
    ]),
    ...notes.map(({ at, technician, text }) => ['Note', at, technician, text]),
  ];
}
