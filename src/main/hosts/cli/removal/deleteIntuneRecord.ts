import type { OutputOf } from '../../../../shared/api/contract.ts';
import { nextStepSentence } from '../../../../shared/devices/nextStepWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { foldSerial } from '../../../../shared/devices/foldSerial.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceIn } from '../devices/deviceOf.ts';
import { insist } from '../output/insist.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { followDevices } from '../waiting/followDevices.ts';

export interface IntuneRecordOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly timeout: number;
}

type Plan = OutputOf<'removal.planIntuneRecord'>;

const NOTHING_DELETED = 'Nothing was deleted.';

/** `delete-intune-record`: the Intune record alone, after a person has seen it and typed the serial number. */
export async function deleteIntuneRecord(
  run: Run,
  serial: string,
  { yes, dryRun, timeout }: IntuneRecordOptions,
): Promise<ExitStatus> {
  const device = await deviceIn(run, await tenantOf(run), serial);
  const plan = await run.call('removal.planIntuneRecord', { deviceId: device.id });
  if (dryRun === true || plan.target === null) {
    await run.print(plan, () => planText(plan, run.formatter));
    return exitStatus.done;
  }
  run.say(planText(plan, run.formatter));
  if (plan.doubts.length > 0 && !run.world.terminal.canAsk) {
    throw new CommandError(`${plan.doubts.join(' ')} A person has to compare the record.`, exitStatus.attention);
  }
  for (const doubt of plan.doubts) await insist(run, `${doubt} Is it this device all the same?`, NOTHING_DELETED);
  const confirmedSerialNumber = yes === true ? deviceTitle(device) : await askForSerial(run, deviceTitle(device));
  await run.call('removal.deleteIntuneRecord', {
    deviceId: device.id,
    confirmedSerialNumber,
    target: plan.target,
    acceptsDoubts: plan.doubts.length > 0,
  });
  const [after = device] = await followDevices(run, {
    tenantId: device.tenantId,
    ids: [device.id],
    isSettled: ({ managedDeviceId, pendingChanges }) => managedDeviceId === null || pendingChanges === 0,
    limitMinutes: timeout,
  });
  const isGone = after.managedDeviceId === null;
  await run.print(deviceDocument(after), () =>
    isGone
      ? `${deviceTitle(after)}: its Intune record is gone. ${nextStepSentence(after.nextStep)}`
      : `${deviceTitle(after)}: Intune still holds its record. “reseal jobs” says why; the deletion goes on.`,
  );
  return isGone ? exitStatus.done : exitStatus.attention;
}

async function askForSerial({ world }: Run, expected: string): Promise<string> {
  if (!world.terminal.canAsk) throw usageError('Nobody can be asked here. Add --yes to delete without a question.');
  const typed = await world.terminal.ask(`Type ${expected} to delete its Intune record: `);
  if (foldSerial(typed) !== foldSerial(expected)) throw new CommandError(NOTHING_DELETED, exitStatus.attention);
  return typed;
}

function planText({ serialNumber, tenant, record, doubts, losses }: Plan, formatter: Formatter): string {
  if (record === null) return `Intune holds no record of ${serialNumber}: nothing keeps it from enrolling.`;
  const at = (instant: string | null): string | null => (instant === null ? null : formatter.instant(instant));
  const rows = [
    ['id', record.id],
    ['name', record.name],
    ['serial number', record.serialNumber],
    ['user', record.user],
    ['enrolled', at(record.enrolledAt)],
    ['last contact', at(record.lastSeenAt)],
    ['compliance', record.compliance],
  ];
  return [`Intune record of ${serialNumber} in ${tenant}`, table(['', ''], rows), ...doubts, ...losses].join('\n');
}
