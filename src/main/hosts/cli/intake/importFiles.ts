import type { InputOf } from '../../../../shared/api/contract.ts';
import type { Preview, PreviewRow } from '../../../../shared/api/contract/intake.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { sayColumns, type ColumnMeaning } from './columnMeanings.ts';
import { openFiles } from '../input/readInput.ts';
import type { Run } from '../program/runCommand.ts';
import { isProblem } from '../output/isProblem.ts';
import { table } from '../output/table.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { joinedSentence } from '../../../../shared/intake/joinedRows.ts';
import type { ChosenJoinType, ChosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

export interface ImportOptions {
  readonly groupTag?: string;
  readonly assign?: string;
  readonly batch?: string;
  /** What all devices of the batch are for. */
  readonly scenario?: ChosenScenario;
  readonly join?: ChosenJoinType;
  readonly includeSuspect?: boolean;
  /** By the name of a column, what it holds. */
  readonly columns?: readonly ColumnMeaning[];
}

/** A row that did not go into the queue, and why. */
export interface RefusedRow {
  readonly file: string;
  readonly line: number;
  readonly serialNumber: string | null;
  readonly reasons: readonly string[];
}

/** What is wrong with a file as a whole, or was not read of it. */
export interface FileProblem {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportResult {
  readonly batchId: string | null;
  readonly batchName: string;
  readonly added: number;
  readonly updated: number;
  /** Rows that brought more to a device of another row of the import. */
  readonly joined: number;
  readonly deviceIds: readonly string[];
  readonly refused: readonly RefusedRow[];
  readonly fileProblems: readonly FileProblem[];
}

const ROWS_AT_ONCE = 2_000;

/** `import`: the rows that are fine go in, the others are named. */
export async function importFiles(run: Run, paths: readonly string[], options: ImportOptions): Promise<ExitStatus> {
  const result = await importInto(run, (await tenantOf(run)).id, paths, options);
  await run.print(result, () => importText(result, run.formatter));
  const isFine = result.refused.length === 0 && result.fileProblems.length === 0;
  return isFine ? exitStatus.done : exitStatus.attention;
}

/** Previews the files, takes what may be taken, and puts it into the queue. */
export async function importInto(
  run: Run,
  tenantId: string,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportResult> {
  const fileIds = await openFiles(run, paths);
  const { previewId, files } = await run.call('intake.preview', { fileIds, tenantId, attended: false });
  await sayColumns(run, { previewId, files }, options.columns ?? []);
  const forAll = editsOf(options);
  if (Object.keys(forAll).length > 0) await run.call('intake.applyToAll', { previewId, ...forAll });
  if (options.includeSuspect === true) {
    const { suspectReasons } = await run.call('intake.current', { previewId });
    for (const { code } of suspectReasons)
      await run.call('intake.include', { previewId, reason: code, included: true });
  }
  const { batchName, included, files: read } = await run.call('intake.current', { previewId });
  const refused = await leftOut(run, previewId);
  const fileProblems = read.flatMap(problemsOf);
  if (included === 0) {
    await run.call('intake.discard', { previewId });
    return { batchId: null, batchName, added: 0, updated: 0, joined: 0, deviceIds: [], refused, fileProblems };
  }
  const { batchId, added, updated, joined, deviceIds } = await run.call('intake.commit', { previewId });
  return { batchId, batchName, added, updated, joined, deviceIds, refused, fileProblems };
}

function editsOf({
  groupTag,
  assign,
  batch,
  scenario,
  join,
}: ImportOptions): Omit<InputOf<'intake.applyToAll'>, 'previewId'> {
  return {
    ...(groupTag === undefined ? {} : { groupTag }),
    ...(assign === undefined ? {} : { assignedUser: assign }),
    ...(batch === undefined ? {} : { batchName: batch }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(join === undefined ? {} : { joinType: join }),
  };
}

async function leftOut(run: Run, previewId: string): Promise<RefusedRow[]> {
  const refused: RefusedRow[] = [];
  const statuses: InputOf<'intake.rows'>['statuses'] = ['suspect', 'rejected'];
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const page = await run.call('intake.rows', { previewId, statuses, offset, limit: ROWS_AT_ONCE });
    refused.push(...page.rows.filter(({ included }) => !included).map(refusedRow));
    if (offset + ROWS_AT_ONCE >= page.matching) return refused;
  }
}

function problemsOf({ label, issues }: Preview['files'][number]): readonly FileProblem[] {
  return issues.filter(isProblem).map(({ code, message }) => ({ file: label, code, message }));
}

function refusedRow({ file, line, serialNumber, issues }: PreviewRow): RefusedRow {
  const reasons = issues.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  return { file, line, serialNumber, reasons };
}

function importText(
  { batchName, added, updated, joined, refused, fileProblems }: ImportResult,
  formatter: Formatter,
): string {
  const { number } = formatter;
  const more = joined === 0 ? '' : ` ${joinedSentence(joined, formatter)}`;
  const counted = `${number(added)} devices are new in the queue and ${number(updated)} are up to date, as batch “${batchName}”.${more}`;
  const done = [counted, ...fileProblems.map(({ file, message }) => `${file}: ${message}`)].join('\n');
  if (refused.length === 0) return done;
  const rows = refused.map(({ file, line, serialNumber, reasons }) => [file, line, serialNumber, reasons.join(' ')]);
  return `${done}\n\nLeft out:\n${table(['file', 'line', 'serial number', 'why'], rows)}`;
}
