import { afterEach, beforeEach, expect, test } from 'vitest';
import { gateQuestionOf } from '../../../src/shared/bench/gateQuestion.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(() => queue.close());

test('the profile on the Autopilot page can be confirmed where the rule of the tag expects it', async () => {
  await ask(queue.backend, 'scenarios.setRule', {
    tenantId,
    groupTag: 'FIELD',
    profileName: 'Field laptops',
    scenario: null,
    joinType: null,
  });
  const id = queue.addDevice({
    groupTag: 'FIELD',
    registrationAt: '2026-11-22T11:00:00.000Z',
    pageScannedAt: '2026-11-22T11:00:00.000Z',
    profile: 'unknown',
    profileName: null,
    profileAssignedAt: null,
    profileAllowsPreProvisioning: null,
    profileAt: null,
  });
  const expected = async () => {
    const { goGate } = await ask(queue.backend, 'devices.get', { id });
    return goGate.find(({ code }) => code === 'profile.expected');
  };
  const asked = await expected();
  expect(asked && gateQuestionOf(asked)).toBe('profileOnPage');
  expect(await ask(queue.backend, 'bench.confirm', { deviceIds: [id], question: 'profileOnPage' })).toEqual({
    deviceIds: [id],
  });
  expect(await expected()).toMatchObject({ met: true, finding: 'expectedOnPage', expected: 'Field laptops' });
});
