import type { DeviceView } from '../../../../shared/api/contract/devices.ts';
import { usageError } from '../commandError.ts';
import { countSentence } from '../countSentence.ts';
import { deviceOf } from '../deviceOf.ts';
import { devicesById } from '../devicesById.ts';
import { exitStatus, type ExitStatus } from '../exitStatus.ts';
import { followDevices } from '../followDevices.ts';
import type { Run } from '../runCommand.ts';
import { table } from '../table.ts';
import { tenantOf } from '../tenantOf.ts';

export interface RegisterOptions {
  readonly all?: boolean;
  readonly wait?: boolean;
  readonly timeout: number;
}

/** `register`: queues registration, and with `--wait` follows it to the assigned profile. */
export async function registerDevices(
  run: Run,
  serials: readonly string[],
  options: RegisterOptions,
): Promise<ExitStatus> {
  if (serials.length === 0 && options.all !== true) throw usageError('Name serial numbers, or use --all.');
  const tenant = await tenantOf(run);
  const deviceIds = options.all === true ? await unregistered(run, tenant.id) : await named(run, tenant.id, serials);
  const refusals = new Map<string, string>();
  if (deviceIds.length > 0) {
    const { refused } = await run.call('registration.register', { deviceIds });
    for (const { serialNumber, reason } of refused) refusals.set(serialNumber, reason);
  }
  if (options.wait === true) {
    const followed = await followDevices(run, {
      tenantId: tenant.id,
      ids: deviceIds,
      isSettled: (device) => isAssignedOrStuck(device) || refusals.has(device.serialNumber),
      limitMinutes: options.timeout,
    });
    await readProfiles(run, tenant.id, followed);
  }
  const devices = await devicesById(run, tenant.id, deviceIds);
  return report(run, tenant.id, devices, refusals, options.wait === true);
}

async function unregistered(run: Run, tenantId: string): Promise<string[]> {
  const { ids } = await run.call('devices.ids', { tenantId, nextSteps: ['register', 'fixRegistration'] });
  return ids;
}

async function named(run: Run, tenantId: string, serials: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const serial of serials) {
    const device = await deviceOf(run, serial);
    if (device.tenantId !== tenantId) throw usageError(`“${serial}” belongs to another tenant. Name it with --tenant.`);
    ids.push(device.id);
  }
  return ids;
}

/** Nothing more will happen by itself. */
export function isAssignedOrStuck({ registration, profile, remediation }: DeviceView): boolean {
  return (
    profile === 'assigned' ||
    profile === 'failed' ||
    registration === 'failed' ||
    registration === 'removed' ||
    registration === 'none' ||
    remediation === 'attentionRequired'
  );
}

/** The list says that a profile is assigned before the device itself says which: the next command wants to know. */
async function readProfiles(run: Run, tenantId: string, devices: readonly DeviceView[]): Promise<void> {
  const open = devices.filter(
    (device) => device.profile === 'assigned' && device.profileAllowsPreProvisioning === null,
  );
  if (open.length > 0) await run.call('tracking.refresh', { tenantId, deviceIds: open.map(({ id }) => id) });
}

async function report(
  run: Run,
  tenantId: string,
  devices: readonly DeviceView[],
  refusals: ReadonlyMap<string, string>,
  hasWaited: boolean,
): Promise<ExitStatus> {
  const attempts = await attemptsByDevice(run, tenantId);
  const lines = devices.map((device) => ({
    serialNumber: device.serialNumber,
    registration: device.registration,
    registrationError: device.registrationError,
    profile: device.profile,
    profileDetail: device.profileDetail,
    attempts: attempts.get(device.id) ?? 0,
    message: refusals.get(device.serialNumber) ?? device.registrationError?.message ?? device.nextStep.sentence,
  }));
  const isFailed = (device: DeviceView) =>
    refusals.has(device.serialNumber) || (device.profile !== 'assigned' && isAssignedOrStuck(device));
  const assigned = devices.filter(({ profile }) => profile === 'assigned').length;
  const stuck = devices.filter(isFailed).length;
  const counts = { assigned, stuck, waiting: devices.length - assigned - stuck };
  await run.print({ devices: lines, counts }, () => {
    if (lines.length === 0) return 'No device waits for its registration.';
    const rows = lines.map((line) => [line.serialNumber, line.registration, line.profile, line.message]);
    return `${table(['serial number', 'registration', 'profile', ''], rows)}\n${countSentence(counts)}`;
  });
  const needsLook = stuck > 0 || (hasWaited && counts.waiting > 0);
  return needsLook ? exitStatus.attention : exitStatus.done;
}

async function attemptsByDevice(run: Run, tenantId: string): Promise<Map<string, number>> {
  const { jobs } = await run.call('jobs.list', { tenantId, limit: 1_000 });
  const attempts = new Map<string, number>();
  for (const job of jobs) {
    if (job.deviceId !== null) attempts.set(job.deviceId, Math.max(job.attempts, attempts.get(job.deviceId) ?? 0));
  }
  return attempts;
}
