import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { usageError } from '../program/commandError.ts';
import { countSentence } from '../output/countSentence.ts';
import { devicesById } from '../devices/devicesById.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { followDevices } from '../waiting/followDevices.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

const LIMIT_MINUTES = 30;

/** `identifiers`: uploads corporate identifiers, and follows each until Intune holds it or refuses it. */
export async function uploadIdentifiers(run: Run, serials: readonly string[], isAll: boolean): Promise<ExitStatus> {
  if (serials.length === 0 && !isAll) throw usageError('Name serial numbers, or use --all.');
  const { id: tenantId } = await tenantOf(run);
  const ids = isAll
    ? (await run.call('devices.ids', { tenantId })).ids
    : (await Promise.all(serials.map((serial) => deviceOf(run, serial)))).map(({ id }) => id);
  if (ids.length === 0) throw usageError('The queue of this tenant is empty. Import a file first.');

  const { refused, changed } = await run.call('identifiers.upload', { deviceIds: [...ids] });
  await followDevices(run, {
    tenantId,
    ids,
    isSettled: ({ pendingChanges }) => pendingChanges === 0,
    limitMinutes: LIMIT_MINUTES,
  });
  const reasons = new Map(refused.map(({ serialNumber, reason }) => [serialNumber, reason]));
  for (const { kind, serialNumber, state, sentence, explanation } of await unfinishedJobs(run, tenantId)) {
    if (kind === 'identifier' && serialNumber !== null && !reasons.has(serialNumber)) {
      reasons.set(serialNumber, explanation ?? `${sentence}: ${state}.`);
    }
  }
  const changes = new Map<string, readonly string[]>();
  for (const { serialNumber, sentence } of changed) {
    changes.set(serialNumber, [...(changes.get(serialNumber) ?? []), sentence]);
  }
  const devices = (await devicesById(run, tenantId, ids)).map(deviceTitle).map((serialNumber) => ({
    serialNumber,
    uploaded: !reasons.has(serialNumber),
    message: reasons.get(serialNumber) ?? 'Intune holds the corporate identifier.',
    changes: changes.get(serialNumber) ?? [],
  }));
  const uploaded = devices.filter((device) => device.uploaded).length;
  const counts = { uploaded, failed: devices.length - uploaded };
  await run.print({ devices, counts }, () => {
    const rows = devices.map((device) => [device.serialNumber, [device.message, ...device.changes].join(' ')]);
    return `${table(['serial number', ''], rows)}\n${countSentence(counts, run.formatter)}`;
  });
  return counts.failed === 0 ? exitStatus.done : exitStatus.attention;
}

async function unfinishedJobs(run: Run, tenantId: string) {
  const { jobs } = await run.call('jobs.list', {
    tenantId,
    states: ['waiting', 'leased', 'retrying', 'failed'],
    limit: 1_000,
  });
  return jobs;
}
