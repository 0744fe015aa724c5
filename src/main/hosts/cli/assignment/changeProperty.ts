import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { CommandError } from '../program/commandError.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { followDevices } from '../waiting/followDevices.ts';
import type { Run } from '../program/runCommand.ts';

const LIMIT_MINUTES = 15;

type Change = (device: DeviceView) => Promise<OutputOf<'assignment.sendOurs'>>;

/** Makes one change to one device, waits until Microsoft has it, and says what the device is like then. */
export async function changeProperty(
  run: Run,
  serialNumber: string,
  change: Change,
  factsOf: (device: DeviceView) => string = propertiesOf,
): Promise<ExitStatus> {
  const device = await deviceOf(run, serialNumber);
  const { refused } = await change(device);
  const [refusal] = refused;
  if (refusal !== undefined) throw new CommandError(`${refusal.serialNumber}: ${refusal.reason}`, exitStatus.attention);
  const [changed = device] = await followDevices(run, {
    tenantId: device.tenantId,
    ids: [device.id],
    isSettled: ({ pendingChanges }) => pendingChanges === 0,
    limitMinutes: LIMIT_MINUTES,
  });
  const failed = await failedJob(run, changed);
  await run.print(
    deviceDocument(changed),
    () => failed ?? `${deviceTitle(changed)} is up to date: ${factsOf(changed)}.`,
  );
  return failed === null && changed.pendingChanges === 0 ? exitStatus.done : exitStatus.attention;
}

async function failedJob(run: Run, { id, tenantId }: DeviceView): Promise<string | null> {
  const { jobs } = await run.call('jobs.list', { tenantId, limit: 50 });
  const latest = jobs.find(({ deviceId }) => deviceId === id);
  return latest?.state === 'failed' ? `${latest.sentence} ${latest.explanation ?? ''}`.trim() : null;
}

function propertiesOf({ groupTag, assignedUser, deviceName }: DeviceView): string {
  return [
    `group tag ${groupTag ?? '–'}`,
    `assigned user ${assignedUser ?? '–'}`,
    `device name ${deviceName ?? '–'}`,
  ].join(', ');
}
