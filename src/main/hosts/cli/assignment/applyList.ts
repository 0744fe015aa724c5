import { heldFieldNames } from '../../../../shared/assignment/heldValueWords.ts';
import type { ListDifference, ListedLine } from '../../../../shared/assignment/listedChange.ts';
import { listedReasonWords, listedValueWords, listEffectWords } from '../../../../shared/assignment/listWords.ts';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { readInput } from '../input/readInput.ts';
import { countSentence } from '../output/countSentence.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { followDevices } from '../waiting/followDevices.ts';

const LIMIT_MINUTES = 15;

interface ApplyChoice {
  /** Only says what would change. */
  readonly isDryRun: boolean;
  /** Also replaces what came from others. */
  readonly overwrites: boolean;
}

type Applied = OutputOf<'assignment.applyList'>;

/** `apply`: compares a list with the queue, and makes of it what may be made. */
export async function applyList(run: Run, path: string, { isDryRun, overwrites }: ApplyChoice): Promise<ExitStatus> {
  const base64 = (await readInput(run, path)).toString('base64');
  const { id: tenantId } = await tenantOf(run);
  const difference = await run.call('assignment.compareList', { tenantId, base64 });
  for (const { message } of difference.issues) run.say(message);
  let applied: Applied | null = null;
  if (!isDryRun) {
    const overwrite = overwrites ? difference.lines.filter(isSpared).map(shownBefore) : [];
    applied = await run.call('assignment.applyList', { tenantId, base64, overwrite });
    await followDevices(run, {
      tenantId,
      ids: difference.lines.filter((line) => isWorked(line, overwrites)).flatMap(({ deviceId }) => deviceId ?? []),
      isSettled: ({ pendingChanges, registration }) => pendingChanges === 0 || registration !== 'registered',
      limitMinutes: LIMIT_MINUTES,
    });
  }
  await run.print({ ...difference, applied }, () =>
    [tableOf(difference), summary(run, difference, applied)].join('\n\n'),
  );
  return isDone(applied ?? { leftOut: 0, ...difference.counts }) ? exitStatus.done : exitStatus.attention;
}

const isSpared = ({ effect }: ListedLine): boolean => effect === 'spared';
const isWorked = ({ effect }: ListedLine, overwrites: boolean): boolean =>
  effect === 'add' || effect === 'change' || (overwrites && effect === 'spared');
const isDone = ({
  spared,
  notPossible,
  notInQueue,
  leftOut,
}: Pick<Applied, 'spared' | 'notPossible' | 'notInQueue' | 'leftOut'>): boolean =>
  spared + notPossible + notInQueue + leftOut === 0;

const shownBefore = ({ line, values }: ListedLine) => ({
  line,
  before: values.flatMap(({ isOthers, before }) => (isOthers && before !== null ? [before] : [])),
});

function tableOf({ fields, lines }: ListDifference): string {
  return table(
    ['Line', 'What happens', 'Serial number', ...fields.map((field) => heldFieldNames[field]), 'Why'],
    lines.map((line) => [
      line.line,
      listEffectWords[line.effect],
      line.serialNumber,
      ...fields.map((field) => {
        const value = line.values.find((one) => one.field === field);
        return value === undefined ? null : listedValueWords(value);
      }),
      listedReasonWords(line),
    ]),
  );
}

function summary({ formatter }: Run, { counts, lines }: ListDifference, applied: Applied | null): string {
  const { spared, notPossible, add, change, same, notInQueue } = counts;
  const left = { spared, 'not possible': notPossible, 'already so': same, 'not in the queue': notInQueue };
  if (applied === null) {
    const words = countSentence({ add, change, ...left }, formatter);
    return `${formatter.count(lines.length, 'line', 'lines')}: ${words}. Nothing was changed.`;
  }
  const rest = countSentence({ ...left, spared: applied.spared, 'left out': applied.leftOut }, formatter);
  return `${formatter.count(applied.changed, 'device', 'devices')} changed; ${rest} left as it was.`;
}
