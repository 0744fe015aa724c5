import { expect, test } from 'vitest';
import { toSeeWords, toSeeWordsForWall } from '../../../src/shared/bench/toSeeWords.ts';
import { benchBoardOf } from '../../../src/shared/bench/benchBoard.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const nobody = { running: [], waiting: [], shipped: [], stuck: [], unsealed: [] };

function wordsOf(list: 'waiting' | 'shipped' | 'stuck' | 'unsealed', change: Partial<DeviceRecord>): readonly string[] {
  const device = deviceViewOf(readyDevice(change), nothingBeside, now);
  return benchBoardOf({ ...nobody, [list]: [device] }, now, 30).toSee.flatMap((item) => [
    toSeeWords(item, now, neutralFormatter),
    toSeeWordsForWall(item, neutralFormatter),
  ]);
}

test('the board says why in one line, and a wall in two words', () => {
  const failed = { bench: 'failed', benchEndedAt: '2026-11-22T11:54:00.000Z' } as const;
  const error = { code: '0x81036502', name: null, message: null };
  expect(wordsOf('stuck', { ...failed, benchError: error })[0]).toMatch(/^Failed 6 mins? ago, 0x81036502/);
  expect(wordsOf('stuck', failed)).toEqual(['Failed 6 mins ago', 'Failed']);
  expect(wordsOf('stuck', { isVirtualMachine: true })).toEqual(['Blocked: virtual machine', 'Blocked']);
  const pending = { registration: 'pending', registrationAt: '2026-11-22T11:20:00.000Z' } as const;
  expect(wordsOf('waiting', pending)).toEqual(['Waiting for registration for 40 mins', 'Waits too long']);
  const green = { bench: 'succeeded', benchEndedAt: '2026-11-22T11:20:00.000Z' } as const;
  expect(wordsOf('unsealed', green)).toEqual(['Green for 40 mins, not resealed', 'Not resealed']);
  const shipped = { bench: 'succeeded', reseal: 'shipped', benchEndedAt: '2026-06-12T12:00:00.000Z' } as const;
  expect(wordsOf('shipped', shipped)).toEqual(['User must sign in by 12 Dec', 'Sign in by 12 Dec']);
});
