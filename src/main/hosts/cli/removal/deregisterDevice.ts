import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { nextStepSentence } from '../../../../shared/devices/nextStepWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { CauseOfRemoval } from '../../../../shared/removal/removalCause.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceIn } from '../devices/deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { followDevices } from '../waiting/followDevices.ts';
import type { Run } from '../program/runCommand.ts';
import { insist } from '../output/insist.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { devicesToLeave, leaveAsBefore, orAsBefore } from './devicesToLeave.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

export interface DeregisterOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly accountDeleted?: boolean;
  readonly reason?: CauseOfRemoval;
  readonly note?: string;
  readonly timeout: number;
}

const NOTHING_REMOVED = 'Nothing was removed.';

type Plan = OutputOf<'removal.plan'>;

/** `deregister`: the ordered removal of what the plan shows, after a person has agreed to every step that destroys something. */
export async function deregisterDevice(run: Run, serial: string, options: DeregisterOptions): Promise<ExitStatus> {
  const tenant = await tenantOf(run);
  if (options.accountDeleted === true) return recordAccountDeleted(run, await deviceIn(run, tenant, serial));
  const { devices, takenIn } = await devicesToLeave(run, tenant, [serial]);
  const [device] = devices;
  if (device === undefined) return exitStatus.done;
  const begun = await orAsBefore(run, takenIn, () => begin(run, device, options));
  if (!begun) {
    await leaveAsBefore(run, takenIn);
    return exitStatus.done;
  }
  const [removed = device] = await followDevices(run, {
    tenantId: device.tenantId,
    ids: [device.id],
    isSettled: ({ registration, pendingChanges }) => registration === 'removed' || pendingChanges === 0,
    limitMinutes: options.timeout,
  });
  return report(run, removed);
}

/** Shows the plan and has it confirmed; false where it was only to be shown. */
async function begin(run: Run, device: DeviceView, options: DeregisterOptions): Promise<boolean> {
  const plan = await run.call('removal.plan', { deviceId: device.id });
  if (options.dryRun === true) {
    await run.print(plan, () => planText(plan, run.formatter));
    return false;
  }
  run.say(planText(plan, run.formatter));
  const acceptsDoubts = await askAboutDoubts(run, plan);
  if (options.yes !== true) await askEachStep(run, plan);
  const { refused } = await run.call('removal.deregister', {
    deviceId: device.id,
    confirmedSerialNumber: deviceTitle(device),
    target: plan.target,
    acceptsDoubts,
    reason: options.reason ?? null,
    note: options.note ?? null,
  });
  const [refusal] = refused;
  if (refusal !== undefined) throw new CommandError(`${refusal.serialNumber}: ${refusal.reason}`, exitStatus.attention);
  return true;
}

async function recordAccountDeleted(run: Run, { id }: DeviceView): Promise<ExitStatus> {
  await run.call('removal.recordAccountDeleted', { deviceId: id });
  return report(run, (await run.call('devices.get', { id })).device);
}

async function report(run: Run, device: DeviceView): Promise<ExitStatus> {
  await run.print(
    deviceDocument(device),
    () => `${deviceTitle(device)}: ${device.registration}. ${nextStepSentence(device.nextStep)}`,
  );
  return device.nextStep.code === 'done' ? exitStatus.done : exitStatus.attention;
}

/** A record that may be another device's is asked about whatever the options say. */
async function askAboutDoubts(run: Run, { doubts }: Plan): Promise<boolean> {
  if (doubts.length > 0 && !run.world.terminal.canAsk) {
    throw new CommandError(`${doubts.join(' ')} A person has to compare the records.`, exitStatus.attention);
  }
  for (const doubt of doubts) await insist(run, `${doubt} Is it this device all the same?`, NOTHING_REMOVED);
  return doubts.length > 0;
}

async function askEachStep(run: Run, plan: Plan): Promise<void> {
  if (!run.world.terminal.canAsk) throw usageError('Nobody can be asked here. Add --yes to remove without questions.');
  for (const { action, sentence } of plan.records) {
    if (action === 'delete' || action === 'unassignUser') await insist(run, `${sentence} Do it?`, NOTHING_REMOVED);
  }
}

function planText({ serialNumber, tenant, records, doubts, warnings }: Plan, formatter: Formatter): string {
  const heads = ['service', 'id', 'name', 'serial number', 'last seen', 'action', ''];
  const rows = records.map((record) => [
    record.service,
    record.id,
    record.name,
    record.serialNumber,
    record.lastSeenAt === null ? null : formatter.instant(record.lastSeenAt),
    record.action,
    record.sentence,
  ]);
  return [`Removal of ${serialNumber} from ${tenant}`, table(heads, rows), ...doubts, ...warnings].join('\n');
}
