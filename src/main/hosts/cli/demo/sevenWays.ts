import { gateQuestionOf } from '../../../../shared/bench/gateQuestion.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { nextStepSentence } from '../../../../shared/devices/nextStepWords.ts';
import { USER_FLOW_LENGTH } from '../../../../shared/bench/userFlowWindow.ts';
import { devicesById } from '../devices/devicesById.ts';
import type { Run } from '../program/runCommand.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { followDevices, followRegistrations } from '../waiting/followDevices.ts';
import type { PracticeControl } from './practiceControl.ts';
import { ELAPSED_MS, scanLandingPage } from './provisionDevice.ts';

const LIMIT_MINUTES = 5;

/** The ways of a device through deployment, in the order in which they are told. */
const demoWays = [
  'preProvisionedEntra',
  'preProvisionedHybrid',
  'userDriven',
  'selfDeploying',
  'oemRegistered',
  'devicePreparation',
  'secondRun',
] as const;
export type DemoWay = (typeof demoWays)[number];

/** A device and the way that it went. */
export interface WayDevice {
  readonly way: DemoWay;
  readonly deviceId: string;
}

/** Which of the sample devices goes which way, by the group tag that decides its profile. */
const groupTags: readonly (readonly [DemoWay, string | null])[] = [
  ['preProvisionedEntra', null],
  ['preProvisionedHybrid', 'Hybrid'],
  ['userDriven', 'UserDriven'],
  ['selfDeploying', 'Kiosk'],
  ['devicePreparation', null],
  ['secondRun', null],
];

/** Gives each way one of the sample devices that nothing has happened to yet; a way is left out where none is left. */
export function chooseDevices(samples: readonly DeviceView[]): WayDevice[] {
  const untouched = samples.filter(({ registration, hasHardwareHash }) => registration === 'none' && hasHardwareHash);
  const chosen: WayDevice[] = [];
  for (const [way, groupTag] of groupTags) {
    const isFree = ({ id }: DeviceView): boolean => !chosen.some(({ deviceId }) => deviceId === id);
    const device = untouched.find((candidate) => candidate.groupTag === groupTag && isFree(candidate));
    if (device !== undefined) chosen.push({ way, deviceId: device.id });
  }
  return chosen;
}

/** The first life of a device: pre-provisioned, resealed, shipped, and never used. */
export async function firstRun(run: Run, tenantId: string, deviceId: string): Promise<void> {
  await register(run, tenantId, [deviceId]);
  await preProvision(run, await deviceOf(run, tenantId, deviceId));
}

/** Takes every device its own way, to its end. Returns them with the one that came in from the tenant. */
export async function runWays(
  run: Run,
  tenantId: string,
  chosen: readonly WayDevice[],
  practice: PracticeControl,
): Promise<WayDevice[]> {
  const box = await adoptBox(run, tenantId);
  const devices = [...chosen, ...(box === null ? [] : [{ way: 'oemRegistered', deviceId: box } as const])];
  const registers: ReadonlySet<DemoWay> = new Set([
    'preProvisionedEntra',
    'preProvisionedHybrid',
    'userDriven',
    'selfDeploying',
  ]);
  await register(run, tenantId, idsOf(devices, registers));
  if (box !== null) await untilProfile(run, tenantId, box);

  for (const { way, deviceId } of devices) {
    await wayOf[way](run, await deviceOf(run, tenantId, deviceId), practice);
  }
  return [...devices].sort((one, other) => demoWays.indexOf(one.way) - demoWays.indexOf(other.way));
}

type Way = (run: Run, device: DeviceView, practice: PracticeControl) => Promise<void>;

/** One way each. A new one is a new entry. */
const wayOf: Readonly<Record<DemoWay, Way>> = {
  preProvisionedEntra: preProvisionAndUse,
  preProvisionedHybrid: preProvisionAndUse,
  oemRegistered: preProvisionAndUse,
  userDriven: shipAndSetUp,
  async selfDeploying(run, device) {
    await run.call('bench.record', { deviceId: device.id, step: 'start' });
    await play(run, device, 'finish');
    await run.call('bench.record', { deviceId: device.id, step: 'success', elapsedMs: ELAPSED_MS });
    await refresh(run, device);
  },
  async devicePreparation(run, device, practice) {
    const { id, tenantId, serialNumber, manufacturer, model } = device;
    await run.call('scenarios.choose', { deviceIds: [id], scenario: 'devicePreparation', joinType: 'entra' });
    await run.call('identifiers.upload', { deviceIds: [id] });
    await untilSent(run, tenantId, id);
    await run.call('bench.record', { deviceId: id, step: 'ship' });
    await practice.prepareDevice({
      serialNumber: serialNumber ?? '',
      manufacturer: manufacturer ?? '',
      model: model ?? '',
    });
    // Until Reseal sees by itself that Intune has a device without a registration, a person records what the user says.
    await run.call('bench.record', { deviceId: id, step: 'userFlowDone' });
  },
  async secondRun(run, device) {
    await refresh(run, device);
    const { serialNumber, nextStep } = await deviceOf(run, device.tenantId, device.id);
    run.say(`${serialNumber ?? ''}, ${USER_FLOW_LENGTH} after its first run: ${nextStepSentence(nextStep)}`);
    await deleteIntuneRecord(run, device);
    await run.call('bench.record', { deviceId: device.id, step: 'start', again: true, acceptsLoss: true });
    await finishTechnicianFlow(run, device);
    await use(run, device);
  },
};

async function preProvisionAndUse(run: Run, device: DeviceView): Promise<void> {
  await preProvision(run, device);
  await use(run, device);
}

async function preProvision(run: Run, device: DeviceView): Promise<void> {
  await scanLandingPage(run, device);
  await start(run, await deviceOf(run, device.tenantId, device.id));
  await finishTechnicianFlow(run, device);
}

/** Without a hash only the technician can tell that there is a TPM 2.0, and says so once. */
async function start(run: Run, { id, nextStep }: DeviceView): Promise<void> {
  const question = nextStep.reason === 'gateClosed' ? gateQuestionOf(nextStep.problem) : null;
  if (question !== null) await run.call('bench.confirm', { deviceIds: [id], question });
  await run.call('bench.record', { deviceId: id, step: 'start' });
}

async function finishTechnicianFlow(run: Run, device: DeviceView): Promise<void> {
  await play(run, device, 'finish');
  await refresh(run, device);
  await run.call('bench.record', { deviceId: device.id, step: 'success', elapsedMs: ELAPSED_MS });
  for (const step of ['reseal', 'ship'] as const) await run.call('bench.record', { deviceId: device.id, step });
}

async function shipAndSetUp(run: Run, device: DeviceView): Promise<void> {
  await run.call('bench.record', { deviceId: device.id, step: 'ship' });
  await use(run, device);
}

/** The user’s part, and what Microsoft shows of it. */
async function use(run: Run, device: DeviceView): Promise<void> {
  await play(run, device, 'signIn');
  await refresh(run, device);
}

/** The record of the run before has to go: Intune takes the device’s own credentials once. */
async function deleteIntuneRecord(run: Run, device: DeviceView): Promise<void> {
  const { target } = await run.call('removal.planIntuneRecord', { deviceId: device.id });
  if (target === null) return;
  await run.call('removal.deleteIntuneRecord', {
    deviceId: device.id,
    confirmedSerialNumber: deviceTitle(device),
    target,
  });
  await followDevices(run, {
    tenantId: device.tenantId,
    ids: [device.id],
    isSettled: ({ managedDeviceId }) => managedDeviceId === null,
    limitMinutes: LIMIT_MINUTES,
  });
}

/** A sealed box that its maker has registered: found in the tenant, and taken in. Null where none is left. */
async function adoptBox(run: Run, tenantId: string): Promise<string | null> {
  const [box] = (await run.call('tenants.sealedBoxes', { id: tenantId })).devices;
  if (box === undefined) return null;
  await run.call('devices.adopt', { tenantId, ztdIds: [box.ztdId] });
  const { devices } = await run.call('devices.list', { tenantId, search: box.serialNumber });
  return devices[0]?.id ?? null;
}

async function register(run: Run, tenantId: string, deviceIds: readonly string[]): Promise<void> {
  await run.call('registration.register', { deviceIds: [...deviceIds] });
  await followRegistrations(run, { tenantId, ids: deviceIds, limitMinutes: LIMIT_MINUTES });
  await run.call('tracking.refresh', { tenantId, deviceIds: [...deviceIds] });
}

/** Registered long ago, and given its profile in its own time. */
async function untilProfile(run: Run, tenantId: string, deviceId: string): Promise<void> {
  await run.call('tracking.refresh', { tenantId, deviceIds: [deviceId] });
  const isSettled = ({ profile }: DeviceView): boolean => profile === 'assigned';
  await followDevices(run, { tenantId, ids: [deviceId], isSettled, limitMinutes: LIMIT_MINUTES });
}

async function untilSent(run: Run, tenantId: string, deviceId: string): Promise<void> {
  const isSettled = ({ pendingChanges }: DeviceView): boolean => pendingChanges === 0;
  await followDevices(run, { tenantId, ids: [deviceId], isSettled, limitMinutes: LIMIT_MINUTES });
}

async function play(run: Run, device: DeviceView, step: 'finish' | 'signIn'): Promise<void> {
  const { ztdId } = await deviceOf(run, device.tenantId, device.id);
  await run.call('tenants.playDevice', {
    id: device.tenantId,
    ztdId: ztdId ?? '',
    step,
    result: 'success',
    elapsedMs: ELAPSED_MS,
  });
}

const refresh = (run: Run, { id, tenantId }: DeviceView) => run.call('tracking.refresh', { tenantId, deviceIds: [id] });

const idsOf = (devices: readonly WayDevice[], ways: ReadonlySet<DemoWay>): string[] =>
  devices.flatMap(({ way, deviceId }) => (ways.has(way) ? [deviceId] : []));

async function deviceOf(run: Run, tenantId: string, deviceId: string): Promise<DeviceView> {
  const [device] = await devicesById(run, tenantId, [deviceId]);
  if (device === undefined) throw new CommandError('A device of the demo has left the queue.', exitStatus.failed);
  return device;
}
