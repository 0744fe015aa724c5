import { type Command, Option } from 'commander';
import { paperSize } from '../../../../shared/api/document.ts';
import { itemState } from '../../../../shared/checklists/checklist.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { listChecklists } from './listChecklists.ts';
import { addOwnChecklistCommands } from './ownChecklistCommands.ts';
import { markChecklist } from './markChecklist.ts';
import { writeChecklist } from './writeChecklist.ts';

/** `checklist`: one as a file; `checklists`: which there are, and a step marked. */
export function addChecklistCommand(program: Command, run: RunCommand): void {
  program
    .command('checklist')
    .description('write the checklist of a device, or what is done once for the customer')
    .argument('[serial]', 'the serial number; without it, the customer’s part of the checklist')
    .option('--scenario <id>', 'which checklist; without it, the one of the device’s scenario')
    .addOption(new Option('--format <format>', 'how it is written').choices(['json', 'html', 'pdf']).default('json'))
    .addOption(new Option('--paper <size>', 'without it, as set in Settings › Workplace').choices(paperSize.options))
    .option('--with-codes', 'print [U+1F600] and the like where no typeface has a character')
    .option('--out <file>', 'the file to write; standard output where it is left out')
    .action((serial: string | undefined, options: Parameters<typeof writeChecklist>[2], command: Command) =>
      run(command, (session) => writeChecklist(session, serial, options)),
    );

  const checklists = program
    .command('checklists')
    .description('list the checklists there are')
    .action((_options: unknown, command: Command) => run(command, (session) => listChecklists(session)));
  checklists
    .command('mark')
    .description('mark a step of a device’s checklist, or of the customer’s part of one')
    .argument('<id>', 'the checklist, such as consent-partner')
    .argument('<step>', 'the step, such as CC1')
    .option(
      '--serial <serial>',
      'of this device, whose checklist is begun where it has none; without it, of the customer',
    )
    .addOption(new Option('--state <state>', 'what became of it').choices(itemState.options).default('done'))
    .option('--note <text>', 'why; a required step is skipped only with it')
    .action((id: string, step: string, options: Parameters<typeof markChecklist>[3], command: Command) =>
      run(command, (session) => markChecklist(session, id, step, options)),
    );
  addOwnChecklistCommands(checklists, run);
}
