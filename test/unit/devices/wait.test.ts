import { expect, test } from 'vitest';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { isOverdue, waitOf } from '../../../src/shared/devices/wait.ts';
import { waitSentence } from '../../../src/shared/devices/waitWords.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const at = '2026-11-22T10:00:00.000Z';

test.each<[string, Partial<DeviceRecord>, number | null]>([
  ['a new device', { registration: 'none' }, null],
  ['a registration under way', { registration: 'pending', registrationAt: at }, 15],
  ['a removal under way', { registration: 'removing', registrationAt: at }, 30],
  ['a registered device without a profile', { profile: 'pending', registrationAt: at }, 60],
  ['a registered device with its profile', { registrationAt: at }, null],
  ['a running technician flow', { bench: 'running', benchStartedAt: at }, 60],
  ['a failed technician flow', { bench: 'failed', benchStartedAt: at }, null],
  ['a refused registration', { registration: 'failed', registrationAt: at }, null],
])('%s waits for %j minutes at most', (_, change, minutes) => {
  expect(waitOf({ ...readyDevice(change), flowLimit: { minutes: 60, source: 'usual' } })?.normalMinutes ?? null).toBe(
    minutes,
  );
});

test.each([
  ['esp', 'Waiting for 30 mins. Up to 90 mins is normal (time-out of the ESP).'],
  ['tenant', 'Waiting for 30 mins. Up to 90 mins is normal (set for this tenant).'],
  ['usual', 'Waiting for 30 mins. Up to 90 mins is normal.'],
] as const)('a running flow says who tells its time: %s', (source, sentence) => {
  const running = readyDevice({ bench: 'running', benchStartedAt: at });
  const wait = waitOf({ ...running, flowLimit: { minutes: 90, source } });
  expect(wait && waitSentence(wait, new Date('2026-11-22T10:30:00.000Z'), neutralFormatter)).toBe(sentence);
});

test('a wait is overdue only after its minutes', () => {
  const wait = { since: at, normalMinutes: 15 };
  expect(isOverdue(wait, new Date('2026-11-22T10:15:00.000Z'))).toBe(false);
  expect(isOverdue(wait, new Date('2026-11-22T10:15:01.000Z'))).toBe(true);
});
