import { describe, expect, test } from 'vitest';
import { isUserFlowSeen } from '../../../src/shared/bench/userFlowSeen.ts';
import { conditionsOf } from '../../../src/shared/bench/goGateConditions.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { isInUse, isSurelyUnused } from '../../../src/shared/scenarios/inUse.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const shipped = {
  bench: 'succeeded',
  benchEndedAt: '2026-01-01T12:00:00.000Z',
  reseal: 'shipped',
  resealedAt: '2026-01-01T12:10:00.000Z',
  shippedAt: '2026-01-02T12:00:00.000Z',
  managedDeviceId: 'm1',
} as const;
const seen = (contactAt: string, hasUser = true) =>
  ({
    intuneHasUser: hasUser,
    intuneEnrolledAt: '2026-01-01T11:00:00.000Z',
    intuneContactAt: contactAt,
    intuneReadAt: '2026-07-10T12:00:00.000Z',
  }) as const;

test.each<[string, boolean, Partial<DeviceRecord>]>([
  ['its user since the reseal', true, { ...shipped, ...seen('2026-02-01T08:00:00.000Z') }],
  ['a contact without a user', false, { ...shipped, ...seen('2026-02-01T08:00:00.000Z', false) }],
  ['a contact at the bench', false, { ...shipped, ...seen('2026-01-01T12:05:00.000Z') }],
  ['a kiosk', false, { ...shipped, profileUsage: 'shared', ...seen('2026-02-01T08:00:00.000Z') }],
  ['a flow that runs', false, { ...shipped, bench: 'running', ...seen('2026-02-01T08:00:00.000Z') }],
])('whether the user flow is over shows in %s: %s', (_, isOver, change) => {
  expect(isUserFlowSeen(readyDevice(change))).toBe(isOver);
});

describe('six months later', () => {
  const notAfter = '2026-07-01T12:00:00.000Z';

  test('a device counts as unused only once Intune was asked after that', () => {
    const asked = readyDevice({ ...shipped, ...seen('2026-01-01T12:05:00.000Z', false) });
    expect(isSurelyUnused(asked, notAfter)).toBe(true);
    expect(isSurelyUnused({ ...asked, intuneReadAt: '2026-06-30T12:00:00.000Z' }, notAfter)).toBe(false);
    // Autopilot alone knows nothing of the use.
    const unasked = { ...asked, intuneReadAt: null, microsoftReadAt: '2026-07-10T12:00:00.000Z' };
    expect(isSurelyUnused(unasked, notAfter)).toBe(false);
  });
});

test('a device that came with a user is in use as long as it was in contact lately', () => {
  expect(isInUse(readyDevice(seen('2026-07-01T08:00:00.000Z')))).toBe(true);
  expect(isInUse(readyDevice(seen('2025-01-01T08:00:00.000Z')))).toBe(false);
});

test.each([
  ['at the bench', '2026-01-01T12:05:00.000Z', false],
  // The clocks differ, or the last sync of the technician flow was told late.
  ['minutes after the reseal', '2026-01-01T12:50:00.000Z', false],
  ['hours after the reseal', '2026-01-01T14:00:00.000Z', true],
])('an enrolled device whose last contact was %s counts as in use: %s', (_, lastContactAt, isUsed) => {
  expect(isInUse(readyDevice({ ...shipped, enrollment: 'enrolled', lastContactAt }))).toBe(isUsed);
});

test.each<[string, Partial<DeviceRecord>, string, boolean]>([
  ['nothing', {}, 'enrollmentAllowed', true],
  ['an enrollment', { enrollment: 'enrolled' }, 'enrolledBefore', false],
  ['an Intune record alone', { managedDeviceId: 'm1', enrollment: 'failed' }, 'enrolledBefore', false],
  ['a block', { enrollment: 'blocked' }, 'enrollmentBlocked', false],
  ['an unblocking', { enrollment: 'enrolled', enrollmentDetail: 'allowed' }, 'enrollmentUnblocked', true],
  ['its user', { managedDeviceId: 'm1', ...seen('2026-07-01T08:00:00.000Z') }, 'inUse', false],
  ['a run that is on', { bench: 'running', enrollment: 'enrolled' }, 'enrollmentAllowed', true],
])('the gate knows of %s', (_, change, finding, met) => {
  expect(conditionsOf(readyDevice(change), ['enrollment.allowed'])).toMatchObject([{ finding, met }]);
});

test('a block is lifted by unblocking, but not while a hardware change is pending', () => {
  const actOf = (change: Partial<DeviceRecord>) =>
    conditionsOf(readyDevice({ enrollment: 'blocked', ...change }), ['enrollment.allowed'])[0];
  expect(actOf({})).toMatchObject({ act: 'unblock' });
  expect(actOf({ remediation: 'fixPending' })).toMatchObject({ act: 'deleteIntuneRecord' });
});
