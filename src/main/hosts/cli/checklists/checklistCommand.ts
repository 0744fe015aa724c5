import { type Command, Option } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import { writeChecklist } from './writeChecklist.ts';

/** `checklist`: a device's checklist as a file. */
export function addChecklistCommand(program: Command, run: RunCommand): void {
  program
    .command('checklist')
    .description('write the checklist of a device')
    .argument('<serial>', 'the serial number')
    .option('--scenario <id>', 'which checklist', 'pre-provisioning-entra')
    .addOption(new Option('--format <format>', 'how it is written').choices(['json', 'html', 'pdf']).default('json'))
    .option('--with-codes', 'print [U+1F600] and the like where no typeface has a character')
    .option('--out <file>', 'the file to write; standard output where it is left out')
    .action((serial: string, options: Parameters<typeof writeChecklist>[2], command: Command) =>
      run(command, (session) => writeChecklist(session, serial, options)),
    );
}
