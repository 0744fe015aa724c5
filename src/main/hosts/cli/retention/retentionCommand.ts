import type { Command } from 'commander';
import { retentionSentence } from '../../../../shared/retention/retentionWords.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';

const help = `
How long users, hardware hashes and histories are kept is set in Settings › Privacy. What is
older goes by itself every night while the window or “reseal serve” runs; this command does it now.`;

/** `retention`: what is old enough to be removed by its age, and with `--run` its removal. */
export function addRetentionCommand(program: Command, run: RunCommand): void {
  program
    .command('retention')
    .description('say what is older than the settings want it kept')
    .option('--run', 'remove it, for good')
    .addHelpText('after', help)
    .action(({ run: isRun = false }: { readonly run?: boolean }, command: Command) =>
      run(command, async (session) => {
        const plan = await session.call(isRun ? 'retention.run' : 'retention.plan', {});
        await session.print({ ...plan, isDone: isRun }, () => retentionSentence(plan, isRun, session.formatter));
        return exitStatus.done;
      }),
    );
}
