import { describe, expect, test } from 'vitest';
import { PROFILE_PATIENCE_MS, progressViewOf } from '../../../src/main/services/registration/deviceProgress.ts';
import type { StoredJob } from '../../../src/main/store/jobRow.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { storedJob } from '../../rigs/storedJob.ts';

const now = new Date('2026-11-22T12:00:00Z');
const view = (change: Partial<DeviceRecord>, job: StoredJob | null = null, waitedMs = 60_000, isPaused = false) =>
  progressViewOf(readyDevice(change), job, { waitedMs, isPaused, now });

describe('how far a registration has come', () => {
  test.each<[string, Partial<DeviceRecord>, StoredJob | null, string]>([
    ['the profile is assigned', {}, null, 'assigned'],
    ['the profile is assigned, but which is not read yet', { profileName: null }, null, 'waiting'],
    ['registered, no profile yet', { profile: 'notAssigned' }, null, 'waiting'],
    ['the profile failed', { profile: 'failed' }, null, 'stuck'],
    ['changed hardware', { profile: 'pending', remediation: 'attentionRequired' }, null, 'stuck'],
    ['refused', { registration: 'failed' }, storedJob({ state: 'failed' }), 'stuck'],
    ['on its way', { registration: 'pending' }, storedJob(), 'waiting'],
    ['running', { registration: 'queued' }, storedJob({ state: 'leased' }), 'waiting'],
    ['given up', { registration: 'pending' }, storedJob({ state: 'failed' }), 'stuck'],
    ['nobody is signed in', { registration: 'queued' }, storedJob({ waitsOn: 'person' }), 'stuck'],
    [
      'offline for a moment',
      { registration: 'queued' },
      storedJob({ offlineSince: '2026-11-22T11:59:50.000Z' }),
      'waiting',
    ],
    ['offline for long', { registration: 'queued' }, storedJob({ offlineSince: '2026-11-22T11:00:00.000Z' }), 'stuck'],
    ['queued, and nothing is on its way', { registration: 'queued' }, null, 'stuck'],
    ['never queued', { registration: 'none' }, null, 'stuck'],
  ])('%s', (_, change, job, state) => {
    expect(view(change, job)).toMatchObject({ state });
    expect(view(change, job).message).toMatch(/\.$/);
  });

  test('a wait for the profile is bounded and explained', () => {
    expect(view({ profile: 'pending' }, null, 18 * 60_000).message).toBe(
      'Registered; no profile is assigned after 18 minutes. That is normal; after 60 look at the group tag and the group.',
    );
    expect(view({ profile: 'pending' }, null, PROFILE_PATIENCE_MS)).toMatchObject({ state: 'stuck' });
  });

  test('a pause is a reason to stop watching', () => {
    expect(view({ registration: 'queued' }, storedJob(), 0, true)).toMatchObject({
      state: 'stuck',
      message: 'Sending is paused. Resume it, and the registration goes on.',
    });
  });
});
