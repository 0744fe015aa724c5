import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { NextStep } from '../../../../shared/devices/nextStep.ts';
import { nextStepSentence } from '../../../../shared/devices/nextStepWords.ts';
import type { JoinType, ScenarioName } from '../../../../shared/scenarios/scenarioName.ts';
import { USER_FLOW_MONTHS } from '../../../../shared/bench/userFlowWindow.ts';
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
import { practiceControlOf } from './practiceControl.ts';
import { type DemoPapers, ELAPSED_MS, finishBench, startBench } from './provisionDevice.ts';
import { chooseDevices, firstRun, runWays, type DemoWay, type WayDevice } from './sevenWays.ts';

const LIMIT_MINUTES = 5;

/** How long before the demo the device of the second run had its first: longer than the certificate of a pre-provisioned one lasts. */
const FIRST_RUN_DAYS_AGO = USER_FLOW_MONTHS * 31 + 4;
const DAY_SECONDS = 24 * 3_600;

export interface DemoResult {
  readonly devices: readonly DemoDevice[];
  /** Seven devices, each through its own way of deployment to its end. */
  readonly ways: readonly DemoWayResult[];
  readonly refused: readonly RefusedRow[];
  readonly seconds: number;
}

/** Where a device stood when the demo was over: its statuses, its scenario, and its next step as the plain words of both. */
interface Ending extends Pick<
  DeviceView,
  'serialNumber' | 'registration' | 'profile' | 'enrollment' | 'bench' | 'reseal'
> {
  readonly scenario: ScenarioName;
  readonly endState: NextStep['code'];
}

type DemoDevice = Ending & Partial<DemoPapers>;

interface DemoWayResult extends Ending {
  readonly way: DemoWay;
  readonly joinType: JoinType;
  /** Why that is its end: as a code, and in words. */
  readonly endReason: NextStep['reason'];
  readonly endSentence: string;
}

/** Inspect, import, register, assign, pre-provision and reseal the sample files' devices; returns what became of them. */
export async function runDemo(
  terminalWorld: World,
  options: GlobalOptions,
  out: string | undefined,
): Promise<{ readonly result: DemoResult; readonly outFolder: string }> {
  const world = options.dataDir === undefined ? withoutKeyStore(terminalWorld) : terminalWorld;
  const startedMs = world.clock.monotonicMs();
  const places = await openDemoPlaces(world, options, out);
  try {
    const practice = practiceControlOf(places);
    const chosen = await inSession(halfAYearAgo(world), options, places, async (run) => {
      const { id } = await run.call('tenants.addPractice', {});
      const devices = await bringInSamples(run, id);
      const second = devices.find(({ way }) => way === 'secondRun');
      if (second !== undefined) await firstRun(run, id, second.deviceId);
      return devices;
    });
    await practice.letTimePass(FIRST_RUN_DAYS_AGO * DAY_SECONDS);
    const done = await inSession(world, options, places, async (run) => {
      const { id } = await run.call('tenants.addPractice', {});
      const main = await mainJob(run, id, places);
      run.say('Taking seven devices their own ways …');
      const ways = await runWays(run, id, chosen, practice);
      return { ...main, ways: await resultsOf(run, id, ways) };
    });
    const seconds = Math.round((world.clock.monotonicMs() - startedMs) / 100) / 10;
    return { result: { ...done, seconds }, outFolder: places.outFolder };
  } finally {
    await places.leave();
  }
}

async function inSession<Value>(
  world: World,
  options: GlobalOptions,
  places: DemoPlaces,
  work: (run: Run) => Promise<Value>,
): Promise<Value> {
  const inPlaces = { ...options, dataDir: places.dataFolder };
  const session = await openSession(world, inPlaces, { runsOutbox: true, practiceTenant: places.practice });
  try {
    return await work({ ...session, world, options: inPlaces, ...printing(world, options) });
  } finally {
    await session.close();
  }
}

/** A queue that is thrown away at the end leaves nothing in the secret store. */
function withoutKeyStore(world: World): World {
  return { ...world, environment: { ...world.environment, RESEAL_KEY_KEPT_IN: 'file' } };
}

/** The same terminal and the same machine, on a day when the certificate of a device of that day has run out by now. */
function halfAYearAgo(world: World): World {
  const { clock } = world;
  const now = (): Date => new Date(clock.now().getTime() - FIRST_RUN_DAYS_AGO * DAY_SECONDS * 1_000);
  return { ...world, clock: { ...clock, now } };
}

/** The sample devices of *Bring in sample devices*, one for each way; the rest stay untouched. */
async function bringInSamples(run: Run, tenantId: string): Promise<WayDevice[]> {
  const before = new Set((await run.call('devices.ids', { tenantId })).ids);
  await run.call('tenants.addSamples', { id: tenantId });
  const { ids } = await run.call('devices.ids', { tenantId });
  return chooseDevices(
    await devicesById(
      run,
      tenantId,
      ids.filter((id) => !before.has(id)),
    ),
  );
}

async function resultsOf(run: Run, tenantId: string, ways: readonly WayDevice[]): Promise<DemoWayResult[]> {
  const results: DemoWayResult[] = [];
  for (const { way, deviceId } of ways) {
    const [device] = await devicesById(run, tenantId, [deviceId]);
    if (device === undefined) continue;
    const { scenario, nextStep } = device;
    results.push({
      way,
      ...endingOf(device),
      joinType: scenario.joinType,
      endReason: nextStep.reason,
      endSentence: nextStepSentence(nextStep),
    });
  }
  return results;
}

type MainJob = Pick<DemoResult, 'devices' | 'refused'>;

async function mainJob(run: Run, tenantId: string, places: DemoPlaces): Promise<MainJob> {
  const files = await sampleFiles();
  run.say(`Importing ${run.formatter.count(files.length, 'sample file', 'sample files')} …`);
  const { deviceIds, refused } = await importInto(run, tenantId, files, { batch: 'Demo' });

  run.say(
    `Registering ${run.formatter.count(deviceIds.length, 'device', 'devices')}, and waiting for their profiles …`,
  );
  await run.call('registration.register', { deviceIds: [...deviceIds] });
  await followRegistrations(run, { tenantId, ids: deviceIds, limitMinutes: LIMIT_MINUTES });

  run.say('Assigning users …');
  await assignUsers(run, tenantId, await devicesById(run, tenantId, deviceIds));

  run.say('Pre-provisioning and resealing …');
  const papers = await preProvision(run, tenantId, deviceIds, places);
  const devices = await devicesById(run, tenantId, deviceIds);
  return {
    devices: devices.map((device) => ({ ...endingOf(device), ...papers.get(device.id) })),
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
    checklists.set(device, await startBench(run, device));
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

function endingOf(device: DeviceView): Ending {
  const { serialNumber, registration, profile, enrollment, bench, reseal, scenario, nextStep } = device;
  const statuses = { registration, profile, enrollment, bench, reseal };
  return { serialNumber, ...statuses, scenario: scenario.name, endState: nextStep.code };
}
