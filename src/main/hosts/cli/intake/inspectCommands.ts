import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { InspectedFile, RowCounts } from '../../../../shared/api/contract/intake.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { countSentence } from '../output/countSentence.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { openFiles, readInput } from '../input/readInput.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { factList, table } from '../output/table.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';
import { textOfBytes } from '../input/textOfBytes.ts';

/** `inspect`, `hash` and `scan`: what a file, a hash or a code is. They change nothing. */
export function addInspectCommands(program: Command, run: RunCommand): void {
  program
    .command('inspect')
    .description('say what an import of the files would do; writes nothing')
    .argument('<files...>', 'files with hardware hashes or identifiers; - is standard input')
    .action((files: string[], _options: unknown, command: Command) =>
      run(command, (session) => inspect(session, files)),
    );
  program
    .command('hash')
    .description('decode and check one hardware hash')
    .argument('<file>', 'a bare hash, a CSV (its first row), or an OA3 report; - is standard input')
    .option('--show-hash', 'print the hash as Reseal would send it')
    .action((file: string, options: { showHash?: boolean }, command: Command) =>
      run(command, (session) => inspectHash(session, file, options.showHash ?? false)),
    );
  program
    .command('scan')
    .description('say what a scanned code is')
    .argument('<text>', 'the scanned text; - is standard input')
    .action((text: string, _options: unknown, command: Command) =>
      run(command, (session) => classifyScan(session, text)),
    );
}

async function inspect(run: Run, paths: readonly string[]): Promise<ExitStatus> {
  const tenant = await tenantIfAny(run);
  const fileIds = await openFiles(run, paths);
  const result = await run.call('intake.inspect', tenant === null ? { fileIds } : { fileIds, tenantId: tenant.id });
  await run.print(result, () =>
    [...result.files.map(fileText), `In all: ${countSentence(result.counts)}.`].join('\n\n'),
  );
  const isFine = result.files.every((file) => isGood(file.counts) && !file.issues.some(isProblem));
  return isFine ? exitStatus.done : exitStatus.attention;
}

function fileText(file: InspectedFile): string {
  const head = `${file.path}: ${file.dialect}, ${file.encoding}${file.bom ? ' with byte order mark' : ''}, ${countSentence(file.counts)}`;
  const rows = file.rows.map((row) => [
    row.line,
    row.status,
    row.serialNumber,
    row.model,
    row.groupTag,
    reasons(row.issues),
  ]);
  const body = rows.length === 0 ? [] : [table(['line', 'status', 'serial number', 'model', 'group tag', 'why'], rows)];
  return [head, ...body, ...file.issues.map(({ message }) => message)].join('\n');
}

function reasons(issues: readonly Issue[]): string {
  return issues.map(({ message }) => message).join(' ');
}

function isGood(counts: RowCounts): boolean {
  return counts.suspect === 0 && counts.rejected === 0;
}

function isProblem({ severity, repair }: Issue): boolean {
  return severity === 'error' || (severity === 'warning' && repair === undefined);
}

async function inspectHash(run: Run, path: string, showHash: boolean): Promise<ExitStatus> {
  const text = textOfBytes(await readInput(run, path));
  const result = await run.call('hash.inspect', { text, showHash });
  await run.print(result, () => hashText(result));
  return result.state === 'valid' ? exitStatus.done : exitStatus.attention;
}

function hashText({ fields, ...result }: OutputOf<'hash.inspect'>): string {
  const { macAddresses, ...single } = fields;
  const facts = factList([
    ['state', result.state],
    ['checksum', result.checksum],
    ['characters', result.characters],
    ...Object.entries(single).map(([name, value]): [string, string | null] => [inWords(name), value]),
    ...macAddresses.map(({ medium, address }): [string, string] => [`${medium} address`, address]),
  ]);
  return [
    facts,
    ...result.issues.map(({ message }) => message),
    ...(result.hash === undefined ? [] : [result.hash]),
  ].join('\n');
}

/** `productKeyId` as a person would write it. */
function inWords(name: string): string {
  return name.replace(/[A-Z]+/g, (capitals) => ` ${capitals.toLowerCase()}`);
}

async function classifyScan(run: Run, given: string): Promise<ExitStatus> {
  // A scanner ends its input with a line break; everything before it belongs to the code.
  const text = given === '-' ? textOfBytes(await readInput(run, given)).replace(/\r?\n$/, '') : given;
  const scan = await run.call('scans.classify', { text });
  await run.print(scan, () =>
    [
      factList([
        ['kind', scan.kind],
        ['serial number', scan.serialNumber],
        ['ZTDID', scan.ztdId],
        ['result', scan.result],
        ['repairs', scan.repairs.join(', ') || null],
      ]),
      ...scan.issues.map(({ message }) => message),
    ].join('\n'),
  );
  return scan.kind === 'unknown' || scan.issues.some(isProblem) ? exitStatus.attention : exitStatus.done;
}
