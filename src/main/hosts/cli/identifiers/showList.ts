import { countSentence } from '../output/countSentence.ts';
import { readOrKept } from '../output/readOrKept.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { wholeList, type Listed, type TenantList } from './tenantLists.ts';

export interface ListOptions {
  readonly search?: string;
  readonly state?: string;
  readonly kept?: boolean;
}

/** Shows one of Microsoft’s lists, read anew unless `--kept` is given. @param key under which `--json` has the rows */
export async function showList<Row extends { readonly state: string | null }>(
  run: Run,
  list: TenantList<Row>,
  key: string,
  { kept: wantsKept = false, search, state }: ListOptions,
): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const choice = { tenantId, ...(search === undefined ? {} : { search }), ...(state === undefined ? {} : { state }) };
  const kept = (): Promise<Listed<Row>> => wholeList(run, list, choice);
  const { found, isFresh } = wantsKept
    ? { found: await kept(), isFresh: true }
    : await readOrKept(run, () => list.read(run, tenantId), kept);
  const { rows, ...listing } = found;
  await run.print({ ...listing, [key]: rows }, () => listText(run, list, found));
  return isFresh && found.isWhole ? exitStatus.done : exitStatus.attention;
}

function listText<Row>(
  { formatter }: Run,
  list: TenantList<Row>,
  { readAt, isWhole, rows, states }: Listed<Row>,
): string {
  if (readAt === null) return `The ${list.noun} of this tenant were never read.`;
  const asOf = `As of ${formatter.longInstant(readAt)}.${isWhole ? '' : ' Microsoft’s list ended early; some may be missing.'}`;
  const counts = Object.fromEntries(states.map(({ state, count }) => [list.stateWords(state), count]));
  if (rows.length === 0) return `${asOf}\nNo ${list.one} is there${states.length === 0 ? '' : ' by this search'}.`;
  return [
    asOf,
    table(
      list.columns,
      rows.map((row) => list.cellsOf(row, formatter)),
    ),
    `In all: ${countSentence(counts, formatter)}.`,
  ].join('\n\n');
}
