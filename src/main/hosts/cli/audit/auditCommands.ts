import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { table } from '../output/table.ts';
import { writeOut } from '../output/writeDocument.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { wholeNumber } from '../input/numberOption.ts';

const DEFAULT_ROWS = 50;
const MOST_ROWS = 1_000;

/** `audit list`, `audit verify`, `audit export`. */
export function addAuditCommands(program: Command, run: RunCommand): void {
  const audit = program
    .command('audit')
    .description('who did what: list it, check it, take it elsewhere')
    .helpCommand(false);
  audit
    .command('list')
    .description('the newest acts')
    .option('--limit <count>', 'how many', wholeNumber(1, MOST_ROWS), DEFAULT_ROWS)
    .action(({ limit }: { readonly limit: number }, command: Command) =>
      run(command, (session) => listAudit(session, limit)),
    );
  audit
    .command('verify')
    .description('check that no act was changed, removed or added since it was recorded')
    .option('--head <id:digest>', 'a head that was printed, to find an end that was cut off')
    .action(({ head }: { readonly head?: string }, command: Command) =>
      run(command, (session) => verifyAudit(session, head)),
    );
  audit
    .command('export')
    .description('write the whole audit log into a file: CSV, or with --json JSON with what the digests are about')
    .option('--csv', 'as CSV for a spreadsheet, which it also is without --json')
    .option('--out <place>', 'the file, or a folder for it', '.')
    .action((options: ExportOptions, command: Command) => run(command, (session) => exportAudit(session, options)));
}

async function listAudit(run: Run, limit: number): Promise<ExitStatus> {
  const answer = await run.call('audit.list', { limit });
  await run.print(answer, () => listText(answer, run));
  return exitStatus.done;
}

function listText({ total, entries }: OutputOf<'audit.list'>, { formatter }: Run): string {
  if (total === 0) return 'Nothing is recorded yet.';
  const rows = entries.map(({ id, at, who, account, sentence, subjects, subjectTotal }) => [
    id,
    formatter.instant(at),
    account === '' ? who : `${who} (${account})`,
    sentence,
    subjectTotal > subjects.length
      ? `${subjects.join(', ')} and ${subjectTotal - subjects.length} more`
      : subjects.join(', '),
  ]);
  const shown = `${formatter.number(entries.length)} of ${formatter.count(total, 'act', 'acts')}, the newest first.`;
  return `${table(['row', 'when', 'who', 'what', 'about'], rows)}\n\n${shown}`;
}

async function verifyAudit(run: Run, head: string | undefined): Promise<ExitStatus> {
  const answer = await run.call('audit.verify', head === undefined ? {} : { head });
  await run.print(answer, () => answer.sentence);
  return answer.isWhole ? exitStatus.done : exitStatus.attention;
}

interface ExportOptions {
  readonly csv?: boolean;
  readonly out: string;
}

/** `--json` is the format of the file here, too. */
async function exportAudit(run: Run, { csv = false, out }: ExportOptions): Promise<ExitStatus> {
  const isJson = run.options.json;
  if (csv && isJson) throw usageError('Choose --csv or --json: a file has one format.');
  const document = await run.call('audit.export', { format: isJson ? 'json' : 'csv' });
  const file = writeOut(out, document, 'secret');
  await run.print({ file, mediaType: document.mediaType }, () => file);
  return exitStatus.done;
}
