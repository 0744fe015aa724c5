import { foldSerial } from '../../../../shared/devices/foldSerial.ts';
import { countSentence } from '../output/countSentence.ts';
import { insist } from '../output/insist.ts';
import { table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { followBatch } from '../waiting/followBatch.ts';
import { wholeList, type TenantList } from './tenantLists.ts';

export interface RemoveOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly timeout: number;
}

/** Removes rows of one of Microsoft’s lists: read anew, shown, confirmed once, and followed until each is gone. */
export async function removeFromList<Row extends { readonly id: string }>(
  run: Run,
  list: TenantList<Row>,
  names: readonly string[],
  { yes, dryRun, timeout }: RemoveOptions,
): Promise<ExitStatus> {
  const { id: tenantId, name: tenant } = await tenantOf(run);
  await list.read(run, tenantId);
  const { rows } = await wholeList(run, list, { tenantId });
  const chosen = [...new Set(names.map((name) => oneRow(run, list, rows, { name, tenant })))];
  const shown = table(
    list.columns,
    chosen.map((row) => list.cellsOf(row, run.formatter)),
  );
  if (dryRun === true) {
    await run.print({ rows: chosen }, () => `From ${tenant} would be removed:\n${shown}`);
    return exitStatus.done;
  }
  run.say(`From ${tenant} are removed:\n${shown}`);
  if (yes !== true) {
    if (!run.world.terminal.canAsk)
      throw usageError('Nobody can be asked here. Add --yes to remove without a question.');
    const question = `Remove ${run.formatter.count(chosen.length, list.one, list.noun)} from ${tenant}?`;
    await insist(run, question, 'Nothing was removed.');
  }
  const { batchId } = await list.remove(run, tenantId, chosen);
  const jobs = await followBatch(run, { tenantId, batchId, noun: list.noun, limitMinutes: timeout });
  const lines = jobs.map(({ act, serialNumber, state, explanation }) => ({
    serialNumber: ('serialNumber' in act ? act.serialNumber : null) ?? serialNumber,
    removed: state === 'done',
    message: explanation,
  }));
  const removed = lines.filter((line) => line.removed).length;
  const counts = { removed, left: lines.length - removed };
  await run.print({ rows: lines, counts }, () =>
    [
      table(
        ['serial number', '', ''],
        lines.map((line) => [line.serialNumber, line.removed ? 'removed' : 'not removed', line.message ?? '']),
      ),
      countSentence({ removed, 'not removed': counts.left }, run.formatter),
    ].join('\n'),
  );
  return counts.left === 0 ? exitStatus.done : exitStatus.attention;
}

/** The one row that is called so, by its name or its id. */
function oneRow<Row extends { readonly id: string }>(
  { formatter }: Run,
  list: TenantList<Row>,
  rows: readonly Row[],
  { name, tenant }: { readonly name: string; readonly tenant: string },
): Row {
  const [row, ...others] = rows.filter(
    (one) => one.id === name || (name.trim() !== '' && foldSerial(list.nameOf(one)) === foldSerial(name)),
  );
  if (row === undefined) throw usageError(`${tenant} has no ${list.one} of “${name}”. Look at the list.`);
  if (others.length === 0) return row;
  const ids = [row, ...others]
    .map((one) => `${list.cellsOf(one, formatter).slice(1, 3).join(' ')}: ${one.id}`)
    .join('; ');
  throw usageError(`${tenant} has several ${list.noun} of “${name}”. Give the id of the one that is meant: ${ids}.`);
}
