import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { deviceIn } from '../devices/deviceOf.ts';
import { devicesById } from '../devices/devicesById.ts';
import { importInto } from '../intake/importFiles.ts';
import { countSentence } from '../output/countSentence.ts';
import { table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { followDevices } from '../waiting/followDevices.ts';

export interface UploadOptions {
  readonly all?: boolean;
  readonly file?: readonly string[];
  /** Switches DeviceLinks on for this lab, as the settings do. */
  readonly beta?: boolean;
  readonly timeout: number;
}

interface Outcome {
  readonly serialNumber: string | null;
  readonly associated: boolean;
  readonly message: string;
}

/**
 * `devicelink upload`: associates devices by the DeviceLinks that are kept with them, and follows each until Intune lists it. Files go
 * into the queue first, so that what was uploaded is there to see.
 */
export async function uploadDeviceLinks(
  run: Run,
  serials: readonly string[],
  { all = false, file: files = [], beta = false, timeout }: UploadOptions,
): Promise<ExitStatus> {
  if (serials.length === 0 && files.length === 0 && !all) {
    throw usageError('Name serial numbers, give files with --file, or use --all.');
  }
  if (beta) await run.call('settings.write', { deviceLinkBeta: true });
  const tenant = await tenantOf(run);
  const ids = new Set<string>();
  const leftOut: Outcome[] = [];
  if (files.length > 0) {
    const { deviceIds, refused, fileProblems } = await importInto(run, tenant.id, files, {});
    for (const id of deviceIds) ids.add(id);
    for (const row of refused) leftOut.push(notTaken(row.serialNumber, row.reasons.join(' ')));
    for (const { file, message } of fileProblems) leftOut.push(notTaken(null, `${file}: ${message}`));
  }
  for (const serial of serials) ids.add((await deviceIn(run, tenant, serial)).id);
  if (all) for (const id of (await run.call('identifiers.withDeviceLink', { tenantId: tenant.id })).ids) ids.add(id);
  const associated = await associate(run, tenant.id, [...ids], timeout);
  return report(run, [...associated, ...leftOut]);
}

async function associate(run: Run, tenantId: string, ids: string[], limitMinutes: number): Promise<readonly Outcome[]> {
  if (ids.length === 0) return [];
  const { refused } = await run.call('identifiers.associateDevices', { deviceIds: ids });
  const reasons = new Map(refused.map(({ serialNumber, reason }) => [serialNumber, reason]));
  await followDevices(run, { tenantId, ids, isSettled: ({ pendingChanges }) => pendingChanges === 0, limitMinutes });
  const { jobs } = await run.call('jobs.list', {
    deviceIds: ids,
    states: ['waiting', 'leased', 'retrying', 'failed'],
    limit: 1_000,
  });
  for (const { kind, serialNumber, explanation, sentence, state } of jobs) {
    if (kind === 'associate' && serialNumber !== null)
      reasons.set(serialNumber, explanation ?? `${sentence}: ${state}.`);
  }
  return (await devicesById(run, tenantId, ids)).map(deviceTitle).map((serialNumber) => ({
    serialNumber,
    associated: !reasons.has(serialNumber),
    message: reasons.get(serialNumber) ?? 'Intune lists the device as associated.',
  }));
}

const notTaken = (serialNumber: string | null, message: string): Outcome => ({
  serialNumber,
  associated: false,
  message,
});

async function report(run: Run, devices: readonly Outcome[]): Promise<ExitStatus> {
  const associated = devices.filter((device) => device.associated).length;
  const counts = { associated, failed: devices.length - associated };
  await run.print({ devices, counts }, () =>
    devices.length === 0
      ? 'No device of this tenant has a DeviceLink. Import its DeviceLink file.'
      : [
          table(
            ['serial number', ''],
            devices.map(({ serialNumber, message }) => [serialNumber, message]),
          ),
          countSentence(counts, run.formatter),
        ].join('\n'),
  );
  return counts.failed === 0 ? exitStatus.done : exitStatus.attention;
}
