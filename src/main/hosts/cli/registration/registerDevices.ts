import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { RefusedDevice } from '../../../../shared/jobs/queued.ts';
import { usageError } from '../program/commandError.ts';
import { countSentence } from '../output/countSentence.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { followRegistrations } from '../waiting/followDevices.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

type Progress = OutputOf<'registration.progress'>;

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
  const refusals = new Map<string, RefusedDevice>();
  if (deviceIds.length > 0) {
    const { refused } = await run.call('registration.register', { deviceIds });
    for (const device of refused) refusals.set(device.serialNumber, device);
  }
  return report(run, await progressOf(run, tenant.id, deviceIds, options), refusals, options);
}

async function progressOf(
  run: Run,
  tenantId: string,
  ids: readonly string[],
  { wait, timeout }: RegisterOptions,
): Promise<Progress> {
  if (ids.length === 0) return { devices: [], counts: { assigned: 0, stuck: 0, waiting: 0 } };
  return wait === true
    ? followRegistrations(run, { tenantId, ids, limitMinutes: timeout })
    : run.call('registration.progress', { deviceIds: [...ids] });
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

async function report(
  run: Run,
  { devices, counts }: Progress,
  refusals: ReadonlyMap<string, RefusedDevice>,
  { all, wait }: RegisterOptions,
): Promise<ExitStatus> {
  const lines = devices.map((device) => ({
    serialNumber: device.serialNumber,
    registration: device.registration,
    registrationError: device.registrationError,
    profile: device.profile,
    profileDetail: device.profileDetail,
    attempts: device.attempts,
    point: device.point,
    refusal: refusals.get(device.serialNumber)?.refusal ?? null,
    message: refusals.get(device.serialNumber)?.reason ?? device.message,
  }));
  await run.print({ devices: lines, counts }, () => {
    if (lines.length === 0) return 'No device waits for its registration.';
    const rows = lines.map((line) => [line.serialNumber, line.registration, line.profile, line.message]);
    const shown = `${table(['serial number', 'registration', 'profile', ''], rows)}\n${countSentence(counts, run.formatter)}`;
    return refusals.size === 0 ? shown : `${shown}\n${refusedSentence(refusals.size, run.formatter)}`;
  });
  // With --all, a person has to look at every device that cannot be registered; with names they need not, since a name
  // may be given twice.
  const isLeftOut = all === true && refusals.size > 0;
  const needsLook = counts.stuck > 0 || isLeftOut || (wait === true && counts.waiting > 0);
  return needsLook ? exitStatus.attention : exitStatus.done;
}

function refusedSentence(count: number, formatter: Formatter): string {
  return count === 1
    ? '1 device was not sent; its line says why.'
    : `${formatter.number(count)} devices were not sent; their lines say why.`;
}
