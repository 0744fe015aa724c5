import { Argument, Option, type Command } from 'commander';
import { heldField, type HeldField } from '../../../../shared/assignment/heldValue.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { listDifferences } from './listDifferences.ts';
import { settleDifferences } from './settleDifferences.ts';

interface ChangesOptions {
  readonly field?: readonly HeldField[];
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

/** `changes`: where Microsoft holds something else than is wished here, because somebody changed it there or refused it. */
export function addChangesCommand(program: Command, run: RunCommand): void {
  program
    .command('changes')
    .description('show where Microsoft holds something else than is wished here; take theirs, or send ours')
    .addArgument(new Argument('[act]', 'what to do').choices(['list', 'take', 'send']).default('list'))
    .argument('[serial...]', 'the serial numbers')
    .addOption(new Option('--field <field...>', 'only these properties').choices(heldField.options))
    .option('--all', 'every device of the tenant that differs')
    .option('--dry-run', 'only say what would be taken or sent')
    .action((act: 'list' | 'take' | 'send', serials: string[], options: ChangesOptions, command: Command) =>
      run(
        command,
        (session) => {
          const choice = { serials, fields: options.field ?? heldField.options, all: options.all ?? false };
          return act === 'list'
            ? listDifferences(session, choice)
            : settleDifferences(session, act, { ...choice, isDryRun: options.dryRun ?? false });
        },
        { runsOutbox: act === 'send' },
      ),
    );
}
