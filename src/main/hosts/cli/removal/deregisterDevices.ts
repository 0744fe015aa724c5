import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { RefusedDevice } from '../../../../shared/jobs/queued.ts';
import { joinRemovalPlans, PLANNED_AT_ONCE, type BulkRemovalPlan } from '../../../../shared/removal/bulkRemovalPlan.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { countSentence } from '../output/countSentence.ts';
import { table } from '../output/table.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { followDevices } from '../waiting/followDevices.ts';
import type { DeregisterOptions } from './deregisterDevice.ts';
import { devicesToLeave, leaveAsBefore, orAsBefore } from './devicesToLeave.ts';

/** `deregister` of several devices: the plan of all, one confirmation by their number, and what came of each. */
export async function deregisterDevices(
  run: Run,
  serials: readonly string[],
  options: DeregisterOptions,
): Promise<ExitStatus> {
  const { reason, note = null, dryRun, yes, accountDeleted } = options;
  if (accountDeleted === true) throw usageError('Record with --account-deleted one device at a time.');
  if (reason === undefined && dryRun !== true) throw usageError('Say why the devices leave, with --reason.');
  const tenant = await tenantOf(run);
  const { devices, takenIn } = await devicesToLeave(run, tenant, serials);
  const ids = devices.map(({ id }) => id);
  const plan = await orAsBefore(run, takenIn, () => planOf(run, ids));
  const { planned, heldBack } = plan.counts;
  if (dryRun === true || reason === undefined) {
    await leaveAsBefore(run, takenIn);
    await run.print(plan, () => planText(run, tenant.name, plan));
    return heldBack === 0 ? exitStatus.done : exitStatus.attention;
  }
  run.say(planText(run, tenant.name, plan));
  const chosen = plan.plans.map(({ deviceId, target }) => ({ deviceId, target }));
  const { refused } = await orAsBefore(run, takenIn, async () => {
    if (planned === 0) throw new CommandError('Nothing was removed: every device is held back.', exitStatus.attention);
    if (yes !== true) await askForCount(run, planned);
    return run.call('removal.deregisterMany', { devices: chosen, confirmedCount: planned, reason, note });
  });
  const after = await followDevices(run, {
    tenantId: tenant.id,
    ids: chosen.map(({ deviceId }) => deviceId),
    isSettled: ({ registration, pendingChanges }) => registration === 'removed' || pendingChanges === 0,
    limitMinutes: options.timeout,
  });
  return report(run, plan, after, refused);
}

/** In turns, so that a person sees how far it is. */
async function planOf(run: Run, ids: readonly string[]): Promise<BulkRemovalPlan> {
  const parts: BulkRemovalPlan[] = [];
  const { number } = run.formatter;
  for (let start = 0; start < ids.length; start += PLANNED_AT_ONCE) {
    parts.push(await run.call('removal.planMany', { deviceIds: ids.slice(start, start + PLANNED_AT_ONCE) }));
    const done = Math.min(start + PLANNED_AT_ONCE, ids.length);
    if (run.world.terminal.showsProgress) run.say(`Read ${number(done)} of ${number(ids.length)} devices.`);
  }
  return joinRemovalPlans(parts);
}

async function askForCount({ world, formatter }: Run, count: number): Promise<void> {
  if (!world.terminal.canAsk) throw usageError('Nobody can be asked here. Add --yes to remove without a question.');
  const typed = await world.terminal.ask(`Type ${formatter.number(count)} to deregister so many devices: `);
  if (typed.trim() !== String(count) && typed.trim() !== formatter.number(count)) {
    throw new CommandError('Nothing was removed.', exitStatus.attention);
  }
}

async function report(
  run: Run,
  { heldBack }: BulkRemovalPlan,
  after: readonly DeviceView[],
  refused: readonly RefusedDevice[],
): Promise<ExitStatus> {
  const jobs = await lastRemovals(run, after);
  const removed = after.filter(({ registration }) => registration === 'removed').length;
  const left = after.length - removed;
  const lines = after.map((device) => ({
    ...deviceDocument(device),
    message: device.registration === 'removed' ? null : (jobs.get(device.id) ?? null),
  }));
  const counts = { asked: after.length + heldBack.length, removed, left, heldBack: heldBack.length };
  await run.print({ devices: lines, heldBack, refused, counts }, () =>
    [
      table(
        ['serial number', 'registration', ''],
        [
          ...lines.map((device) => [deviceTitle(device), device.registration, device.message ?? '']),
          ...heldBack.map(({ serialNumber, reason }) => [serialNumber, 'held back', reason]),
        ],
      ),
      countSentence({ removed, 'not removed': left, 'held back': heldBack.length }, run.formatter),
    ].join('\n'),
  );
  return left === 0 && heldBack.length === 0 ? exitStatus.done : exitStatus.attention;
}

/** Why the removal of a device waits or has failed, by its id. */
async function lastRemovals(run: Run, after: readonly DeviceView[]): Promise<ReadonlyMap<string, string>> {
  const why = new Map<string, string>();
  for (const { id } of after.filter(({ registration }) => registration !== 'removed')) {
    const { jobs } = await run.call('jobs.list', { deviceIds: [id], limit: 20 });
    const removal = jobs.find(({ kind }) => kind === 'deregister');
    if (removal !== undefined && removal.explanation !== null) why.set(id, removal.explanation);
  }
  return why;
}

function planText(run: Run, tenant: string, { plans, heldBack, counts }: BulkRemovalPlan): string {
  const parts = [`Removal of ${run.formatter.number(counts.asked)} devices from ${tenant}`];
  if (heldBack.length > 0) {
    const rows = heldBack.map(({ serialNumber, reason }) => [serialNumber, reason]);
    parts.push('Held back:', table(['serial number', ''], rows));
  }
  if (plans.length > 0) {
    const rows = plans.map(({ serialNumber, records, warnings }) => [
      serialNumber,
      records.map(({ service, action }) => `${service} ${action}`).join(', '),
      warnings.join(' '),
    ]);
    parts.push('Deregistered:', table(['serial number', 'records', ''], rows));
  }
  const words = { 'to deregister': counts.planned, 'held back': counts.heldBack };
  return [...parts, countSentence(words, run.formatter)].join('\n');
}
