import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupReason } from '../../../src/shared/backups/backup.ts';
import { isStale } from '../../../src/shared/backups/backup.ts';
import { keptBackups } from '../../../src/shared/backups/keptBackups.ts';

const DAY_MS = 24 * 60 * 60_000;
const now = new Date('2026-12-02T08:00:00Z');
const madeDaysAgo = (days: number, reason: BackupReason = 'daily') => {
  const madeAt = new Date(now.getTime() - days * DAY_MS).toISOString();
  return { file: `${reason} ${madeAt}`, madeAt, reason };
};

test('of a year of daily copies, seven days, four weeks and six months stay', () => {
  const year = Array.from({ length: 365 }, (_, days) => madeDaysAgo(days));
  const kept = [...keptBackups(year, now)].map((file) => file.slice(6, 16)).sort();
  expect(kept).toEqual([
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-15',
    '2026-11-22',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
  ]);
});

test('what was made by hand stays for a week, and the newest of before a new format for good', () => {
  const backups = [
    madeDaysAgo(0),
    madeDaysAgo(0.1, 'manual'),
    madeDaysAgo(0.2, 'manual'),
    madeDaysAgo(400, 'migration'),
    madeDaysAgo(401, 'migration'),
  ];
  const kept = keptBackups(backups, now);
  expect(backups.slice(0, 4).every(({ file }) => kept.has(file))).toBe(true);
});

test('the newest copy always stays, whatever the clock did', () => {
  const reason = fc.constantFrom<BackupReason>('daily', 'manual', 'migration', 'encryption');
  const backups = fc.array(fc.tuple(fc.double({ min: -1_000, max: 4_000, noNaN: true }), reason), { minLength: 1 });
  fc.assert(
    fc.property(backups, (made) => {
      const all = made.map(([days, why], index) => ({ ...madeDaysAgo(days, why), file: String(index) }));
      const kept = keptBackups(all, now);
      const newest = all.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))[0];
      expect(kept.has(newest?.file ?? '')).toBe(true);
      // Whoever keeps them all keeps no more the second time.
      const again = keptBackups(
        all.filter(({ file }) => kept.has(file)),
        now,
      );
      expect(again).toEqual(kept);
    }),
  );
});

test('a copy is old after three days, and none at all is', () => {
  expect([0, 2.9, 3.1].map((days) => isStale(madeDaysAgo(days).madeAt, now))).toEqual([false, false, true]);
  expect(isStale(null, now)).toBe(true);
});
