import { describe, expect, test } from 'vitest';
import { isSameDevice } from '../../../src/main/services/tracking/isSameDevice.ts';
import { planReading, pollIntervalMs } from '../../../src/main/services/tracking/planReading.ts';
import { cooldownLeftMs } from '../../../src/main/services/tracking/syncJob.ts';

const MINUTE_MS = 60_000;

test.each([
  ['just registered: often', 0, 0.5],
  ['within the first hour: often', 59 * MINUTE_MS, 0.5],
  ['within the first day: sometimes', 3 * 60 * MINUTE_MS, 5],
  ['later: rarely', 30 * 60 * MINUTE_MS, 30],
  ['nothing is expected: rarely', null, 30],
])('the tenant is read again, %s', (_, youngestMs, minutes) => {
  expect(pollIntervalMs(youngestMs)).toBe(minutes * MINUTE_MS);
});

test.each([
  ['a few of a small tenant by themselves', 12, 1, 'singly', 0.5],
  ['many of a small tenant as the list', 21, 1, 'list', 0.5],
  ['many of a tenant whose list is long by themselves, less often', 100, 50, 'singly', 1.25],
  ['very many of a large tenant as the list, less often', 5_000, 6, 'list', 1.5],
] as const)('the devices that wait are read with the fewest requests: %s', (_, waiting, listPages, way, minutes) => {
  expect(planReading(waiting, 0, listPages)).toEqual({ way, everyMs: minutes * MINUTE_MS });
});

test('where nothing is expected, a long list is still read every half hour', () => {
  expect(planReading(0, null, 50).everyMs).toBe(30 * MINUTE_MS);
});

describe('whether a device of the queue is the one that Microsoft lists', () => {
  const device = { serialNumber: '5CG1 ', manufacturer: 'HP', model: 'EliteBook' };
  test.each([
    ['the same serial number in another case', { serialNumber: '5cg1', manufacturer: 'HP', model: 'EliteBook' }, true],
    ['maker spelt otherwise', { serialNumber: '5CG1', manufacturer: 'Hewlett-Packard', model: 'EliteBook' }, true],
    [
      'another maker and model with that serial number',
      { serialNumber: '5CG1', manufacturer: 'Acme', model: 'X' },
      false,
    ],
    ['another serial number', { serialNumber: '5CG10', manufacturer: 'HP', model: 'EliteBook' }, false],
    ['no serial number', { serialNumber: null, manufacturer: 'HP', model: 'EliteBook' }, false],
  ])('%s', (_, seen, isSame) => {
    expect(isSameDevice(device, seen)).toBe(isSame);
  });
  test('a serial number that firmware gives by default says nothing', () => {
    const placeholder = { ...device, serialNumber: 'To be filled by O.E.M.' };
    expect(isSameDevice(placeholder, placeholder)).toBe(false);
  });
});

describe('how long Intune still refuses a synchronisation', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['never asked', null, 0],
    ['asked four minutes ago', '2026-11-22T11:56:00Z', 6 * MINUTE_MS],
    ['asked an hour ago', '2026-11-22T11:00:00Z', 0],
    ['asked in the future: by another clock, and Intune itself is asked', '2026-11-22T12:30:00Z', 0],
  ])('%s', (_, lastAt, leftMs) => {
    expect(cooldownLeftMs(lastAt, now)).toBe(leftMs);
  });
});
