import { expect, test } from 'vitest';
import { startLossesOf } from '../../../src/shared/bench/startLoss.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const shipped = {
  bench: 'succeeded',
  benchEndedAt: '2026-11-01T12:00:00.000Z',
  reseal: 'shipped',
  resealedAt: '2026-11-01T12:10:00.000Z',
  shippedAt: '2026-11-02T12:00:00.000Z',
} as const;
const used = {
  intuneHasUser: true,
  intuneEnrolledAt: '2026-11-01T11:00:00.000Z',
  intuneContactAt: '2026-11-05T08:00:00.000Z',
  intuneReadAt: '2026-11-06T08:00:00.000Z',
} as const;

test.each<[string, Partial<DeviceRecord>, readonly string[]]>([
  ['a new device', {}, []],
  ['a success on the bench', { bench: 'succeeded' }, []],
  ['a failure, though it has enrolled', { bench: 'failed', enrollment: 'enrolled', managedDeviceId: 'm1' }, []],
  ['a success that has enrolled', { bench: 'succeeded', enrollment: 'enrolled' }, ['enrolled']],
  ['one that somebody unblocked', { bench: 'succeeded', enrollment: 'enrolled', enrollmentDetail: 'allowed' }, []],
  ['one that came enrolled', { managedDeviceId: 'm1' }, ['enrolled']],
  ['one that is shipped', shipped, ['shipped']],
  ['one whose user works on it', { ...shipped, ...used }, ['inUse', 'shipped']],
  ['one whose user is done', { ...shipped, reseal: 'userFlowDone' }, ['userFlowDone']],
])('another start of %s costs what it costs', (_, change, losses) => {
  expect(startLossesOf(readyDevice(change))).toEqual(losses);
});
