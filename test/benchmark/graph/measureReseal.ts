import { createBackend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addDevices } from '../../rigs/queuedDevices.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { startMeasuredTenant, type MeasuredDevice } from './measuredTenant.ts';
import type { Measurement } from './measurement.ts';

const LOOK_EVERY_MS = 1_000;

interface ResealMeasurement extends Measurement {
  readonly rightOnes: number;
  readonly failedJobs: number;
}

/** Registers, names, tags and assigns the devices with Reseal, until its last job is done. */
export async function measureReseal(devices: readonly MeasuredDevice[]): Promise<ResealMeasurement> {
  const tenant = await startMeasuredTenant();
  const folder = temporaryFolder();
  const backend = createBackend({
    ...testPorts(folder.path),
    clock: tenant.time.clock,
    fetch: tenant.fetch,
    runsOutbox: true,
    practiceTenant: { url: tenant.url, token: tenant.token },
  });

  async function work(): Promise<number> {
    const { id: tenantId } = await ask(backend, 'tenants.addPractice', {});
    const deviceIds = addDevices(
      folder.path,
      tenantId,
      devices.map(({ userPrincipalName, ...device }) => ({ ...device, assignedUser: userPrincipalName })),
    );
    await ask(backend, 'registration.register', { deviceIds });
    for (;;) {
      const { jobs } = await ask(backend, 'jobs.list', {
        tenantId,
        states: ['waiting', 'leased', 'retrying'],
        limit: 2,
      });
      // A synchronisation that cools down is nothing that a device waits for.
      if (jobs.every(({ kind }) => kind === 'sync')) break;
      await tenant.time.clock.wait(LOOK_EVERY_MS, new AbortController().signal);
    }
    return (await ask(backend, 'jobs.status', { tenantId })).jobs.failed;
  }

  try {
    const failedJobs = await tenant.time.passUntil(work());
    const measurement = await tenant.measurement(devices.length);
    return { ...measurement, failedJobs, rightOnes: await tenant.rightOnes(devices) };
  } finally {
    await tenant.time.passUntil(backend.close());
    await tenant.close();
    folder.remove();
  }
}
