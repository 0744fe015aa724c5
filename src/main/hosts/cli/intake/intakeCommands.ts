import { Option, type Command } from 'commander';
import { chosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import { rowStatusWords } from '../../../../shared/intake/rowStatusWords.ts';
import { mappedField, rowStatus } from '../../../../shared/intake/vocabulary.ts';
import type { RowCounts } from '../../../../shared/intake/inspectedRow.ts';
import type { InspectedFile } from '../../../../shared/api/contract/intake.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { countSentence } from '../output/countSentence.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { openFiles } from '../input/readInput.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { isProblem } from '../output/isProblem.ts';
import { readColumnMeaning } from './columnMeanings.ts';
import { importFiles } from './importFiles.ts';
import { joinOption } from '../scenarios/joinOption.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

/** `import` and `inspect`: how devices get into the queue. */
export function addIntakeCommands(program: Command, run: RunCommand): void {
  program
    .command('import')
    .description('put the good rows of the files into the queue')
    .argument('<files...>', 'files with hardware hashes or identifiers; - is standard input')
    .option('--group-tag <tag>', 'the group tag of all rows')
    .option('--assign <user>', 'the user principal name that all rows are assigned to')
    .option('--batch <name>', 'the name of the batch')
    .addOption(new Option('--scenario <name>', 'what all devices are for').choices(chosenScenario.options))
    .addOption(joinOption())
    .option('--include-suspect', 'take the suspect rows as well')
    .addOption(
      new Option(
        '--columns <name=field...>',
        `what columns hold whose names are not known, such as "Room=groupTag": ${mappedField.options.join(', ')}`,
      ).argParser(readColumnMeaning),
    )
    .action((files: string[], options: Parameters<typeof importFiles>[2], command: Command) =>
      run(command, (session) => importFiles(session, files, options)),
    );
  program
    .command('inspect')
    .description('say what an import of the files would do; writes nothing')
    .argument('<files...>', 'files with hardware hashes or identifiers; - is standard input')
    .action((files: string[], _options: unknown, command: Command) =>
      run(command, (session) => inspect(session, files)),
    );
}

async function inspect(run: Run, paths: readonly string[]): Promise<ExitStatus> {
  const tenant = await tenantIfAny(run);
  const fileIds = await openFiles(run, paths);
  const looked = await run.call('intake.inspect', tenant === null ? { fileIds } : { fileIds, tenantId: tenant.id });
  const result = { files: looked.files.map(inspectedFileOf), counts: looked.counts };
  await run.print(result, () =>
    [
      ...result.files.map((file) => fileText(file, run.formatter)),
      `In all: ${countSentence(inWords(result.counts), run.formatter)}.`,
    ].join('\n\n'),
  );
  const isFine = result.files.every((file) => isGood(file.counts) && !file.issues.some(isProblem));
  return isFine ? exitStatus.done : exitStatus.attention;
}

/** The guesses about columns are a matter of the page: here `import --columns` says what they hold. */
const inspectedFileOf = ({ path, encoding, bom, delimiter, dialect, rows, issues, counts }: InspectedFile) => ({
  path,
  encoding,
  bom,
  delimiter,
  dialect,
  rows,
  issues,
  counts,
});

function fileText(file: InspectedFile, formatter: Formatter): string {
  const head = `${file.path}: ${file.dialect}, ${file.encoding}${file.bom ? ' with byte order mark' : ''}, ${countSentence(inWords(file.counts), formatter)}`;
  const rows = file.rows.map((row) => [
    row.line,
    rowStatusWords[row.status],
    row.serialNumber,
    row.model,
    row.groupTag,
    reasons(row.issues),
  ]);
  const body = rows.length === 0 ? [] : [table(['line', 'status', 'serial number', 'model', 'group tag', 'why'], rows)];
  return [head, ...body, ...file.issues.map(({ message }) => message)].join('\n');
}

/** The counts by what their statuses are called. */
const inWords = (counts: RowCounts): Readonly<Record<string, number>> =>
  Object.fromEntries(rowStatus.options.map((status) => [rowStatusWords[status], counts[status]]));

function reasons(issues: readonly Issue[]): string {
  return issues.map(({ message }) => message).join(' ');
}

function isGood(counts: RowCounts): boolean {
  return counts.suspect === 0 && counts.rejected === 0;
}
