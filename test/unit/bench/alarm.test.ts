import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alarmKind, alarmsOf, dueAlarms, type Alarm } from '../../../src/shared/bench/alarm.ts';
import { alarmSentence } from '../../../src/shared/bench/alarmWords.ts';
import { isQuiet } from '../../../src/shared/bench/quietHours.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const loud = { alarmKinds: alarmKind.options, quietFrom: '', quietUntil: '' };
const keys = (alarms: readonly Alarm[]) => new Set(alarms.map(({ key }) => key));

const someAlarms = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...alarmKind.options), fc.nat(4)).map(([kind, device]): Alarm => ({
    key: `${kind}:${device}`,
    kind,
    deviceId: `${device}`,
    title: `D${device}`,
    shelf: null,
  })),
  { selector: ({ key }) => key, maxLength: 12 },
);

test('what a bench comes to: failed, overdue, forgotten, ready, each with a key of its own run', () => {
  const seen = (change: Partial<DeviceRecord>) => deviceViewOf(readyDevice(change), nothingBeside, now);
  const running = [
    seen({ serialNumber: 'LATE', bench: 'running', benchStartedAt: '2026-11-22T10:00:00.000Z' }),
    seen({ serialNumber: 'FINE', bench: 'running', benchStartedAt: '2026-11-22T11:40:00.000Z' }),
  ];
  const failed = seen({ serialNumber: 'RED', shelf: '7', bench: 'failed', benchEndedAt: '2026-11-22T11:50:00.000Z' });
  const blocked = seen({ serialNumber: 'BLOCKED', isVirtualMachine: true });
  const unsealed = [
    seen({ serialNumber: 'GREEN', bench: 'succeeded', benchEndedAt: '2026-11-22T11:50:00.000Z' }),
    seen({ serialNumber: 'FORGOTTEN', bench: 'succeeded', benchEndedAt: '2026-11-22T11:00:00.000Z' }),
  ];
  const alarms = alarmsOf({ running, stuck: [failed, blocked], unsealed }, now, 30);
  expect(alarms.map(alarmSentence)).toEqual([
    'RED failed, shelf 7.',
    'LATE lasts too long.',
    'FORGOTTEN is not resealed yet.',
    'GREEN is ready for its reseal.',
    'FORGOTTEN is ready for its reseal.',
  ]);
  const again = alarmsOf(
    { running: [], stuck: [{ ...failed, benchEndedAt: now.toISOString() }], unsealed: [] },
    now,
    30,
  );
  expect(again[0]?.key).not.toBe(alarms[0]?.key);
});

test('nothing is news to whoever has just opened the page', () => {
  fc.assert(
    fc.property(someAlarms, (alarms) => {
      expect(dueAlarms(null, alarms, loud, now)).toEqual([]);
    }),
  );
});

test('whatever the course of events, each new fact is due exactly when it has come up, and none while it lasts', () => {
  fc.assert(
    fc.property(fc.array(someAlarms, { minLength: 2, maxLength: 8 }), (course) => {
      let before: ReadonlySet<string> | null = null;
      for (const alarms of course) {
        const due: readonly Alarm[] = dueAlarms(before, alarms, loud, now);
        const known: ReadonlySet<string> = before ?? keys(alarms);
        expect(due).toEqual(alarms.filter(({ key }) => !known.has(key)));
        before = keys(alarms);
      }
    }),
  );
});

test('what nobody wants to be called for is never due, and nothing is in quiet hours', () => {
  fc.assert(
    fc.property(someAlarms, fc.subarray(alarmKind.options), (alarms, alarmKinds) => {
      for (const { kind } of dueAlarms(new Set(), alarms, { ...loud, alarmKinds }, now)) {
        expect(alarmKinds).toContain(kind);
      }
      const local = new Date(2026, 10, 22, 23, 30);
      expect(dueAlarms(new Set(), alarms, { ...loud, quietFrom: '20:00', quietUntil: '06:00' }, local)).toEqual([]);
    }),
  );
});

test.each([
  ['20:00', '06:00', 20, 0, true],
  ['20:00', '06:00', 5, 59, true],
  ['20:00', '06:00', 6, 0, false],
  ['20:00', '06:00', 12, 0, false],
  ['12:00', '13:00', 12, 30, true],
  ['12:00', '13:00', 13, 0, false],
  ['12:00', '12:00', 12, 0, false],
  ['', '06:00', 3, 0, false],
])('quiet from “%s” until “%s”: at %d:%d it is %s', (quietFrom, quietUntil, hour, minute, quiet) => {
  expect(isQuiet({ quietFrom, quietUntil }, new Date(2026, 10, 22, hour, minute))).toBe(quiet);
});
