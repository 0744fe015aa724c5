import { z } from 'zod';
import type { Settings } from '../settings/settings.ts';

/** What a retention run removes; nothing where no setting asks for it. */
export const retentionPlan = z.object({
  /** Whether any of the three settings asks for something. */
  isOn: z.boolean(),
  /** Devices that forget their users. */
  users: z.number().int(),
  /** Devices that forget their hardware hashes, and how many captures that are. */
  hashDevices: z.number().int(),
  hashes: z.number().int(),
  /** Notes to the next shift: they go with the histories. */
  shiftNotes: z.number().int(),
  /** Lines of histories, and rows of the audit log. */
  historyLines: z.number().int(),
  auditRows: z.number().int(),
});
export type RetentionPlan = z.infer<typeof retentionPlan>;

type KeepSettings = Pick<Settings, 'keepUsersDays' | 'keepHashesDays' | 'keepHistoryYears'>;

/** Whether any of the three settings asks for something. */
export const isRetentionOn = ({ keepUsersDays, keepHashesDays, keepHistoryYears }: KeepSettings): boolean =>
  [keepUsersDays, keepHashesDays, keepHistoryYears].some((kept) => kept !== null);

/** Whether a change of the settings lets other things go, or at another age. */
export const isRetentionChanged = (before: KeepSettings, after: KeepSettings): boolean =>
  before.keepUsersDays !== after.keepUsersDays ||
  before.keepHashesDays !== after.keepHashesDays ||
  before.keepHistoryYears !== after.keepHistoryYears;

const DAY_MS = 24 * 60 * 60_000;

/** The moment before which something is older than so many days. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** The moment so many years ago; 29 February counts as 1 March in years that have none. */
export function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
}
