import { expect, test } from 'vitest';
import { dueUpkeep, type UpkeepState } from '../../../src/main/services/backups/dueUpkeep.ts';

const DAY_MS = 24 * 60 * 60_000;
const noon = new Date(2026, 11, 2, 12);
const night = new Date(2026, 11, 2, 3);
const ago = (days: number, now = noon) => new Date(now.getTime() - days * DAY_MS).toISOString();
const wellKept: UpkeepState = {
  now: noon,
  isQuiet: true,
  isSuspected: false,
  isInTrouble: false,
  lastBackupAt: ago(0.1),
  lastRemovedByAgeAt: null,
  checks: [
    { kind: 'quick', at: ago(1), problems: [] },
    { kind: 'full', at: ago(8), problems: [] },
  ],
};

test('a queue that was looked after lately is left alone', () => {
  expect(dueUpkeep(wellKept)).toBeNull();
});

test('a quick check is due after seven days, and at once where the last end was not in order', () => {
  expect(dueUpkeep({ ...wellKept, checks: [{ kind: 'quick', at: ago(7.1), problems: [] }] })).toBe('quick');
  expect(dueUpkeep({ ...wellKept, isSuspected: true, isQuiet: false })).toBe('quick');
  expect(dueUpkeep({ ...wellKept, checks: [] })).toBe('quick');
});

test('a check that lies ahead, since the clock was set back, counts as none', () => {
  expect(dueUpkeep({ ...wellKept, checks: [{ kind: 'quick', at: ago(-3), problems: [] }] })).toBe('quick');
});

test('the copy of the day waits for a quiet minute, and for a file that is whole', () => {
  const yesterday = { ...wellKept, lastBackupAt: ago(0.6) };
  expect(dueUpkeep(yesterday)).toBe('daily');
  expect(dueUpkeep({ ...yesterday, isQuiet: false })).toBeNull();
  expect(dueUpkeep({ ...yesterday, isInTrouble: true })).toBeNull();
  expect(dueUpkeep({ ...wellKept, lastBackupAt: null })).toBe('daily');
});

test('a full check is made at night, or by day where there never was a night', () => {
  const checksBefore = (days: number, now: Date) => [
    { kind: 'quick' as const, at: ago(1, now), problems: [] },
    { kind: 'full' as const, at: ago(days, now), problems: [] },
  ];
  expect(dueUpkeep({ ...wellKept, now: night, lastBackupAt: ago(0.05, night), checks: checksBefore(8, night) })).toBe(
    'full',
  );
  expect(dueUpkeep({ ...wellKept, checks: checksBefore(8, noon) })).toBeNull();
  expect(dueUpkeep({ ...wellKept, checks: checksBefore(15, noon) })).toBe('full');
});

test('what is old goes once a night, behind the copy of the day, and in a quiet minute', () => {
  const yesterday = { ...wellKept, now: night, lastBackupAt: ago(0.05, night), lastRemovedByAgeAt: ago(0.7, night) };
  expect(dueUpkeep(yesterday)).toBe('removeByAge');
  expect(dueUpkeep({ ...yesterday, lastRemovedByAgeAt: null })).not.toBe('removeByAge');
  expect(dueUpkeep({ ...yesterday, lastRemovedByAgeAt: ago(0.05, night) })).not.toBe('removeByAge');
  expect(dueUpkeep({ ...yesterday, lastBackupAt: ago(1, night) })).toBe('daily');
  expect(dueUpkeep({ ...yesterday, isQuiet: false })).toBeNull();
  expect(dueUpkeep({ ...yesterday, isInTrouble: true })).toBeNull();
});

test('where there never is a night, what is old goes by day, two days after the last time or the choice', () => {
  expect(dueUpkeep({ ...wellKept, lastRemovedByAgeAt: ago(1.9) })).toBeNull();
  expect(dueUpkeep({ ...wellKept, lastRemovedByAgeAt: ago(2.1) })).toBe('removeByAge');
});
