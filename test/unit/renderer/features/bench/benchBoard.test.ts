import { expect, test } from 'vitest';
import { benchBoardOf } from '../../../../../src/renderer/features/bench/benchBoard.ts';
import type { DeviceView } from '../../../../../src/shared/api/contract/devices.ts';
import type { DeviceRecord } from '../../../../../src/shared/device/device.ts';
import { userFlowWindowOf } from '../../../../../src/shared/device/dueDates.ts';
import { nextStepOf } from '../../../../../src/shared/device/nextStep.ts';
import { readyDevice } from '../../../../fakes/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

function seen(serialNumber: string, change: Partial<DeviceRecord>): DeviceView {
  const device = readyDevice({ serialNumber, ...change });
  const due = userFlowWindowOf(device, now);
  return { ...device, due, nextStep: nextStepOf(device, due), batchName: null, pendingChanges: 0 };
}

const serials = (devices: readonly { readonly device: DeviceView }[]) =>
  devices.map(({ device }) => device.serialNumber);

test('a technician flow runs for an hour and is overdue after it, the oldest first', () => {
  const board = benchBoardOf(
    [
      seen('fresh', { bench: 'running', benchStartedAt: '2026-11-22T11:50:00.000Z' }),
      seen('older', { bench: 'running', benchStartedAt: '2026-11-22T11:20:00.000Z' }),
      seen('late', { bench: 'running', benchStartedAt: '2026-11-22T10:30:00.000Z' }),
    ],
    now,
  );
  expect(serials(board.running)).toEqual(['older', 'fresh']);
  expect(serials(board.overdue)).toEqual(['late']);
});

test('a wait for Microsoft shows only once it lasts longer than is normal', () => {
  const board = benchBoardOf(
    [
      seen('normal', { registration: 'pending', registrationAt: '2026-11-22T11:50:00.000Z' }),
      seen('long', { registration: 'pending', registrationAt: '2026-11-22T11:30:00.000Z' }),
      seen('no profile', { profile: 'pending', registrationAt: '2026-11-22T10:30:00.000Z' }),
    ],
    now,
  );
  expect(board.running).toEqual([]);
  expect(serials(board.overdue)).toEqual(['no profile', 'long']);
});

test('a user flow window that closes within a month is shown, the nearest first', () => {
  const shipped = { bench: 'succeeded', reseal: 'shipped' } as const;
  const board = benchBoardOf(
    [
      seen('in three weeks', { ...shipped, benchEndedAt: '2026-06-13T12:00:00.000Z' }),
      seen('in a week', { ...shipped, benchEndedAt: '2026-05-29T12:00:00.000Z' }),
      seen('in months', { ...shipped, benchEndedAt: '2026-11-01T12:00:00.000Z' }),
    ],
    now,
  );
  expect(board.closing.map(({ serialNumber }) => serialNumber)).toEqual(['in a week', 'in three weeks']);
});
