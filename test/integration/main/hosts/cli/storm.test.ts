import { afterAll, beforeAll, expect, it } from 'vitest';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../../fakes/registrationBench.ts';
import { runInProcess } from '../../../support/runInProcess.ts';

let bench: RegistrationBench;
beforeAll(async () => {
  bench = await startRegistrationBench({
    faults: { faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 3_600 } }] },
  });
  const deviceIds = bench.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
  await bench.ask('registration.register', { deviceIds });
  await bench.until(async () => {
    expect((await bench.ask('jobs.status', { tenantId: bench.tenantId })).jobs.retrying).toBeGreaterThan(0);
  });
});
afterAll(() => bench.close());

it('while a throttling storm is on, status says the cause, until when, and what works meanwhile', async () => {
  const { url, token } = bench.graph.tenant;
  const { status, stdout } = await runInProcess(['status', '--data-dir', bench.dataFolder, '--tenant', 'practice'], {
    environment: { RESEAL_PRACTICE_URL: url, RESEAL_PRACTICE_TOKEN: token },
  });
  expect(stdout).toContain('Microsoft asks Reseal to slow down');
  expect(stdout).toMatch(/^Next attempt at .*\d/m);
  expect(stdout).toContain('Meanwhile importing, the bench, checklists, labels and exports work as ever');
  expect(status).toBe(1);
});
