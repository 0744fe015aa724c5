import type { OutputOf } from '../../../../shared/api/contract.ts';
import { deviceTitle } from '../../../../shared/device/deviceTitle.ts';
import { CommandError, usageError } from '../commandError.ts';
import { deviceOf } from '../deviceOf.ts';
import { exitStatus, type ExitStatus } from '../exitStatus.ts';
import { followDevices } from '../followDevices.ts';
import type { Run } from '../runCommand.ts';
import { table } from '../table.ts';

export interface DeregisterOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly timeout: number;
}

type Plan = OutputOf<'registration.removalPlan'>;

/** `deregister`: the ordered removal, after a person has agreed to every step that destroys something. */
export async function deregisterDevice(run: Run, serial: string, options: DeregisterOptions): Promise<ExitStatus> {
  const device = await deviceOf(run, serial);
  const plan = await run.call('registration.removalPlan', { deviceId: device.id });
  if (options.dryRun === true) {
    await run.print(plan, () => planText(plan));
    return exitStatus.done;
  }
  run.say(planText(plan));
  if (options.yes !== true) await askEachStep(run, plan);
  const { refused } = await run.call('registration.deregister', {
    deviceId: device.id,
    confirmedSerialNumber: deviceTitle(device),
  });
  const [refusal] = refused;
  if (refusal !== undefined) throw new CommandError(`${refusal.serialNumber}: ${refusal.reason}`, exitStatus.attention);
  const [removed = device] = await followDevices(run, {
    tenantId: device.tenantId,
    ids: [device.id],
    isSettled: ({ registration, pendingChanges }) => registration === 'removed' || pendingChanges === 0,
    limitMinutes: options.timeout,
  });
  await run.print(removed, () => `${deviceTitle(removed)}: ${removed.registration}. ${removed.nextStep.sentence}`);
  return removed.registration === 'removed' ? exitStatus.done : exitStatus.attention;
}

async function askEachStep({ world }: Run, plan: Plan): Promise<void> {
  if (!world.terminal.canAsk) throw usageError('Nobody can be asked here. Add --yes to remove without questions.');
  for (const { action, sentence } of plan.records) {
    if (action !== 'delete' && action !== 'unassignUser') continue;
    const answer = await world.terminal.ask(`${sentence} Do it? [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError('Nothing was removed.', exitStatus.attention);
  }
}

function planText({ serialNumber, records, warnings }: Plan): string {
  const rows = records.map(({ service, name, action, sentence }) => [service, name, action, sentence]);
  return [`Removal of ${serialNumber}`, table(['service', 'name', 'action', ''], rows), ...warnings].join('\n');
}
