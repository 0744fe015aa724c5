import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/main/systemClock.ts';
import { addDevices, withStore } from '../../rigs/queuedDevices.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

beforeAll(() => {
  withStore(folder.path, (store) => addTenant(store));
  const hourAgo = new Date(systemClock.now().getTime() - 60 * 60_000).toISOString();
  addDevices(folder.path, tenantId, [
    { serialNumber: 'REFUSED1', registration: 'registered', profile: 'failed', profileDetail: 'brandNew' },
    { serialNumber: 'EARLY1', bench: 'succeeded', benchEndedAt: hourAgo, reseal: 'resealed', resealedAt: hourAgo },
  ]);
});

async function printed(...words: readonly string[]) {
  const { stdout } = await runInProcess([...words, '--json', '--data-dir', folder.path]);
  return z.looseObject({}).parse(JSON.parse(stdout));
}

const fixProfile = {
  code: 'fixProfile',
  title: 'Fix profile',
  sentence: 'The profile could not be assigned (brandNew). Check the profile and the device’s group in Intune.',
  whose: 'technician',
  reason: 'profileProblem',
  problem: { code: 'assignmentFailed', detail: 'brandNew' },
};

test('a device as JSON says its next step in words, and the facts beside them', async () => {
  expect(await printed('list', '--search', 'REFUSED1')).toMatchObject({ devices: [{ nextStep: fixProfile }] });
  expect(await printed('show', 'REFUSED1')).toMatchObject({ nextStep: fixProfile });
});

test('and of every condition of the go gate what was found and what to do', async () => {
  const { goGate } = await printed('show', 'REFUSED1');
  expect(goGate).toContainEqual({
    code: 'profile.assigned',
    met: false,
    finding: 'profileFailed',
    problem: { code: 'assignmentFailed', detail: 'brandNew' },
    sentence: 'The profile could not be assigned (brandNew).',
    remedy: 'Check the profile and the device’s group in Intune.',
  });
  expect(goGate).toContainEqual({
    code: 'registration.registered',
    met: true,
    finding: 'registered',
    sentence: 'It is registered with Autopilot.',
    remedy: null,
  });
});

test('a recorded step as JSON warns in words, and tells the facts beside them', async () => {
  const { warnings, warningFacts, nextStep } = await printed('bench', 'EARLY1', 'user-flow-done');
  expect(warnings).toEqual([
    expect.stringMatching(/^This was 6\d minutes after the technician flow, and tokens need 90/),
  ]);
  expect(warningFacts).toEqual([{ code: 'userFlowTooEarly', minutes: expect.any(Number) as number }]);
  expect(nextStep).toMatchObject({ code: 'done', title: 'Done', whose: 'nobody' });
});
