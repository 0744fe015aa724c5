import type { Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { readInput } from '../input/readInput.ts';
import { textOfBytes } from '../input/textOfBytes.ts';
import { factList } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

/** `hash`: what a hardware hash says. */
export function addHashCommand(program: Command, run: RunCommand): void {
  program
    .command('hash')
    .description('decode and check one hardware hash')
    .argument('<file>', 'a bare hash, a CSV (its first row), or an OA3 report; - is standard input')
    .option('--show-hash', 'print the hash as Reseal would send it')
    .action((file: string, options: { showHash?: boolean }, command: Command) =>
      run(command, (session) => inspectHash(session, file, options.showHash ?? false)),
    );
}

async function inspectHash(run: Run, path: string, showHash: boolean): Promise<ExitStatus> {
  const text = textOfBytes(await readInput(run, path));
  const result = await run.call('hashes.inspect', { text, showHash });
  await run.print(result, () => hashText(result, run.formatter));
  return result.state === 'valid' ? exitStatus.done : exitStatus.attention;
}

function hashText({ fields, ...result }: OutputOf<'hashes.inspect'>, formatter: Formatter): string {
  const { macAddresses, ...single } = fields;
  const facts = factList([
    ['state', result.state],
    ['checksum', result.checksum],
    ['characters', formatter.number(result.characters)],
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
