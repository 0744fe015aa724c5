import type { InputOf } from '../../../../shared/api/contract.ts';
import type { BoardFieldCheck } from '../../../../shared/boards/boardField.ts';
import {
  boardFieldProblem,
  boardFieldTitle,
  boardFindingWords,
  comparisonSentence,
  effectTitles,
  partTitle,
} from '../../../../shared/boards/boardWords.ts';
import type { HashComparison } from '../../../../shared/boards/hashComparison.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { readInput } from '../input/readInput.ts';
import { textOfBytes } from '../input/textOfBytes.ts';
import { factList, table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `board compare`: two files, or the two newest captures of a device of the queue. */
export async function compareBoards(run: Run, old: string, recent: string | undefined): Promise<ExitStatus> {
  const input = recent === undefined ? await newestCaptures(run, old) : await twoFiles(run, old, recent);
  const comparison = await run.call('boards.compare', input);
  const document = {
    ...comparison,
    sentence: comparisonSentence(comparison),
    changes: comparison.changes.map((change) => ({
      ...change,
      title: partTitle(change),
      meaning: effectTitles[change.effect],
    })),
    findings: comparison.findings.map((finding) => ({ ...finding, message: boardFindingWords(finding) })),
    fields: comparison.fields.map(toldField),
  };
  await run.print(document, () => comparisonText(comparison));
  const isFine = comparison.verdict === 'none' && comparison.fields.every(({ state }) => state === 'present');
  return isFine ? exitStatus.done : exitStatus.attention;
}

/** `board check`: the fields of one hash. */
export async function checkBoard(run: Run, path: string): Promise<ExitStatus> {
  const { fields } = await run.call('boards.check', { recent: await fileText(run, path) });
  await run.print({ fields: fields.map(toldField) }, () =>
    factList(fields.map((check) => [boardFieldTitle(check.field), boardFieldProblem(check) ?? check.value])),
  );
  return fields.every(({ state }) => state === 'present') ? exitStatus.done : exitStatus.attention;
}

const toldField = (check: BoardFieldCheck) => ({
  ...check,
  title: boardFieldTitle(check.field),
  message: boardFieldProblem(check),
});

async function fileText(run: Run, path: string): Promise<{ text: string }> {
  return { text: textOfBytes(await readInput(run, path)) };
}

async function twoFiles(run: Run, old: string, recent: string): Promise<InputOf<'boards.compare'>> {
  if (old === '-' && recent === '-') throw usageError('Only one of the two hashes can come from standard input.');
  return { old: await fileText(run, old), recent: await fileText(run, recent) };
}

async function newestCaptures(run: Run, serial: string): Promise<InputOf<'boards.compare'>> {
  const { id } = await deviceOf(run, serial);
  const [recent, old] = (await run.call('devices.get', { id })).captures;
  if (recent === undefined || old === undefined) {
    throw usageError(
      `Of “${serial}” there are no two captures to compare. Name two files, or import its new hash first.`,
    );
  }
  return { old: { captureId: old.id }, recent: { captureId: recent.id } };
}

function comparisonText(comparison: HashComparison): string {
  const { changes, findings, fields } = comparison;
  const rows = changes.map((change) => [
    partTitle(change),
    change.before.join(', ') || null,
    change.after.join(', ') || null,
    effectTitles[change.effect],
  ]);
  return [
    ...(rows.length === 0 ? [] : [table(['part', 'before', 'after', 'meaning'], rows), '']),
    comparisonSentence(comparison),
    ...findings.map(boardFindingWords),
    ...fields.flatMap((check) => boardFieldProblem(check) ?? []),
  ].join('\n');
}
