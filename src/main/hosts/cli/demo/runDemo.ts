import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { resourcesFolder } from '../../../installation.ts';
import { devicesById } from '../devices/devicesById.ts';
import { followRegistrations } from '../waiting/followDevices.ts';
import type { GlobalOptions } from '../input/globalOptions.ts';
import { importInto, type RefusedRow } from '../intake/importFiles.ts';
import { printing, type Run } from '../program/runCommand.ts';
import { openSession } from '../program/session.ts';
import type { World } from '../program/world.ts';
import { assignUsers } from './assignUsers.ts';
import { type DemoPlaces, openDemoPlaces } from './demoPlaces.ts';
import { type DemoPapers, ELAPSED_MS, finishBench, startBench } from './provisionDevice.ts';

const LIMIT_MINUTES = 5;

export interface DemoResult {
  readonly devices: readonly DemoDevice[];
  readonly refused: readonly RefusedRow[];
  readonly seconds: number;
}

type DemoDevice = Pick<DeviceView, 'serialNumber' | 'registration' | 'profile' | 'enrollment' | 'bench' | 'reseal'> &
  Partial<DemoPapers>;

/** Inspect, import, register, assign, pre-provision and reseal the sample files' devices; returns what became of them. */
export async function runDemo(
  world: World,
  options: GlobalOptions,
  out: string | undefined,
): Promise<{ readonly result: DemoResult; readonly outFolder: string }> {
  const startedMs = world.clock.monotonicMs();
  const places = await openDemoPlaces(world, options, out);
  try {
    const inPlaces = { ...options, dataDir: places.dataFolder };
    const session = openSession(world, inPlaces, { runsOutbox: true, practiceTenant: places.practice });
    try {
      const run: Run = { ...session, world, options: inPlaces, ...printing(world, options) };
      const { devices, refused } = await mainJob(run, places);
      const seconds = Math.round((world.clock.monotonicMs() - startedMs) / 100) / 10;
      return { result: { devices, refused, seconds }, outFolder: places.outFolder };
    } finally {
      await session.close();
    }
  } finally {
    await places.leave();
  }
}

async function mainJob(run: Run, places: DemoPlaces): Promise<Omit<DemoResult, 'seconds'>> {
  const tenant = await run.call('tenants.addPractice', {});
  const files = await sampleFiles();
  run.say(`Importing ${run.formatter.count(files.length, 'sample file', 'sample files')} …`);
  const { deviceIds, refused } = await importInto(run, tenant.id, files, { batch: 'Demo' });

  run.say(
    `Registering ${run.formatter.count(deviceIds.length, 'device', 'devices')}, and waiting for their profiles …`,
  );
  await run.call('registration.register', { deviceIds: [...deviceIds] });
  await followRegistrations(run, { tenantId: tenant.id, ids: deviceIds, limitMinutes: LIMIT_MINUTES });

  run.say('Assigning users …');
  await assignUsers(run, tenant.id, await devicesById(run, tenant.id, deviceIds));

  run.say('Pre-provisioning and resealing …');
  const papers = await preProvision(run, tenant.id, deviceIds, places);
  const devices = await devicesById(run, tenant.id, deviceIds);
  return {
    devices: devices.map((device) => ({ ...statusesOf(device), ...papers.get(device.id) })),
    refused,
  };
}

async function sampleFiles(): Promise<string[]> {
  const folder = join(resourcesFolder, 'samples');
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(csv|txt|xml)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The technician's part, device by device; those that got no profile are left as they are. */
async function preProvision(
  run: Run,
  tenantId: string,
  deviceIds: readonly string[],
  { outFolder }: DemoPlaces,
): Promise<Map<string, DemoPapers>> {
  await run.call('tracking.refresh', { tenantId, deviceIds: [...deviceIds] });
  const devices = await devicesById(run, tenantId, deviceIds);
  const ready = devices.filter(({ nextStep }) => nextStep.code === 'startBench');
  const checklists = new Map<DeviceView, Awaited<ReturnType<typeof startBench>>>();
  for (const device of ready) {
    const { ztdId } = device;
    if (ztdId === null) continue;
    checklists.set(device, await startBench(run, device, ztdId));
    const elapsedMs = ELAPSED_MS;
    await run.call('tenants.playDevice', { id: tenantId, ztdId, step: 'finish', result: 'success', elapsedMs });
  }
  await run.call('tracking.refresh', { tenantId, deviceIds: ready.map(({ id }) => id) });
  const papers = new Map<string, DemoPapers>();
  for (const [device, checklist] of checklists) {
    papers.set(device.id, await finishBench(run, device.id, checklist, outFolder));
  }
  return papers;
}

function statusesOf({ serialNumber, registration, profile, enrollment, bench, reseal }: DeviceView): DemoDevice {
  return { serialNumber, registration, profile, enrollment, bench, reseal };
}
