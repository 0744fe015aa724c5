import { afterAll, beforeAll, expect, it } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../../../rigs/registrationRig.ts';
import { runInProcess } from '../../support/runInProcess.ts';

let rig: RegistrationRig;
beforeAll(async () => {
  rig = await startRegistrationRig({
    // The storm outlasts the look at it.
    speed: 1,
    faults: { faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 3_600 } }] },
  });
  const deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  await rig.until(async () => {
    expect((await rig.ask('jobs.status', { tenantId: rig.tenantId })).jobs.retrying).toBeGreaterThan(0);
  });
});
afterAll(() => rig.close());

it('while a throttling storm is on, status says the cause, until when, and what works meanwhile', async () => {
  const { url, token } = rig.graph.tenant;
  const { status, stdout } = await runInProcess(['status', '--data-dir', rig.dataFolder, '--tenant', 'practice'], {
    environment: { RESEAL_PRACTICE_URL: url, RESEAL_PRACTICE_TOKEN: token },
  });
  expect(stdout).toContain('Microsoft asks Reseal to slow down');
  expect(stdout).toMatch(/^Next attempt at .*\d/m);
  expect(stdout).toContain('Meanwhile importing, the bench, checklists, labels and exports work as ever');
  expect(status).toBe(1);
});
