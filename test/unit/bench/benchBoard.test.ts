import { expect, test } from 'vitest';
import { benchBoardOf, boardSteps } from '../../../src/shared/bench/benchBoard.ts';
import { isOverdue } from '../../../src/shared/devices/wait.ts';
import type { DeviceView } from '../../../src/shared/devices/deviceView.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

function seen(serialNumber: string, change: Partial<DeviceRecord>): DeviceView {
  const device = readyDevice({ serialNumber, ...change });
  return deviceViewOf(device, nothingBeside, now);
}

/** The devices as the lists of the board have them, by their next steps. */
function boardOf(devices: readonly DeviceView[]) {
  const at = (steps: readonly string[]) => devices.filter(({ nextStep }) => steps.includes(nextStep.code));
  const { running, waiting, shipped, stuck, unsealed } = boardSteps;
  const lists = {
    running: at(running),
    waiting: at(waiting),
    shipped: at(shipped),
    stuck: at(stuck),
    unsealed: at(unsealed),
  };
  return benchBoardOf(lists, now, 30);
}

const serials = (devices: readonly { readonly device: DeviceView }[]) =>
  devices.map(({ device }) => device.serialNumber);

test('runs stand by how much of their longest time is used up, also those that are over it', () => {
  const board = boardOf([
    seen('fresh', { bench: 'running', benchStartedAt: '2026-11-22T11:50:00.000Z' }),
    seen('older', { bench: 'running', benchStartedAt: '2026-11-22T11:20:00.000Z' }),
    seen('late', { bench: 'running', benchStartedAt: '2026-11-22T10:30:00.000Z' }),
  ]);
  expect(serials(board.running)).toEqual(['late', 'older', 'fresh']);
  expect(board.toSee).toEqual([]);
});

test('the time-out of its status page decides when a flow is overdue, else what is set for the tenant', () => {
  const begun = readyDevice({ bench: 'running', benchStartedAt: '2026-11-22T10:30:00.000Z' });
  const isOverdueBy = (timeoutMinutes: number | null, tenantMinutes: number | null) => {
    const esp = { ...nothingBeside.esp, timeoutMinutes };
    const [run] = boardOf([deviceViewOf(begun, { ...nothingBeside, esp, tenantMinutes }, now)]).running;
    return run !== undefined && isOverdue(run.wait, now);
  };
  expect([isOverdueBy(120, 30), isOverdueBy(45, 120), isOverdueBy(null, 120), isOverdueBy(null, 30)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('a wait for Microsoft shows only once it lasts longer than is normal', () => {
  const board = boardOf([
    seen('normal', { registration: 'pending', registrationAt: '2026-11-22T11:50:00.000Z' }),
    seen('long', { registration: 'pending', registrationAt: '2026-11-22T11:30:00.000Z' }),
    seen('no profile', { profile: 'pending', registrationAt: '2026-11-22T10:30:00.000Z' }),
  ]);
  expect(board.running).toEqual([]);
  expect(serials(board.toSee)).toEqual(['no profile', 'long']);
});

test('a user flow window that closes within a month is shown, the nearest first', () => {
  const shipped = { bench: 'succeeded', reseal: 'shipped' } as const;
  const board = boardOf([
    seen('in three weeks', { ...shipped, benchEndedAt: '2026-06-13T12:00:00.000Z' }),
    seen('in a week', { ...shipped, benchEndedAt: '2026-05-29T12:00:00.000Z' }),
    seen('in months', { ...shipped, benchEndedAt: '2026-11-01T12:00:00.000Z' }),
  ]);
  expect(serials(board.toSee)).toEqual(['in a week', 'in three weeks']);
});

test('what failed is to be seen first, then what waits too long, then what is blocked', () => {
  const board = boardOf([
    seen('refused', { registration: 'failed' }),
    seen('failed', { bench: 'failed' }),
    seen('blocked', { isVirtualMachine: true }),
    seen('ready', {}),
    seen('late', { registration: 'pending', registrationAt: '2026-11-22T10:30:00.000Z' }),
  ]);
  expect(serials(board.toSee)).toEqual(['failed', 'late', 'refused', 'blocked']);
  expect(board.toSee.map(({ reason }) => reason)).toEqual(['failed', 'overdue', 'stuck', 'stuck']);
});

test('a device that turned green half an hour ago and is not resealed needs a look; a kiosk is not resealed at all', () => {
  const green = { bench: 'succeeded', reseal: 'notResealed' } as const;
  const board = boardOf([
    seen('just now', { ...green, benchEndedAt: '2026-11-22T11:45:00.000Z' }),
    seen('forgotten', { ...green, benchEndedAt: '2026-11-22T11:20:00.000Z' }),
    seen('kiosk', { ...green, benchEndedAt: '2026-11-22T09:00:00.000Z', profileUsage: 'shared' }),
  ]);
  expect(board.toSee).toMatchObject([
    { reason: 'notResealed', device: { serialNumber: 'forgotten' }, since: '2026-11-22T11:20:00.000Z' },
  ]);
});
