import { type Command, Option } from 'commander';
import { jobState } from '../../../../shared/jobs/job.ts';
import { cancelJobs, retryJobs } from './changeJobs.ts';
import { listJobs } from './listJobs.ts';
import { outboxStatus } from './outboxStatus.ts';
import { runPauseSending } from './pauseSending.ts';
import { sendJobs } from './sendJobs.ts';
import { DEFAULT_FOLLOW_MINUTES, followMinutes } from '../input/followMinutes.ts';
import { wholeNumber } from '../input/numberOption.ts';
import type { RunCommand } from '../program/runCommand.ts';

const LIST_LIMIT = 200;
const MOST_LISTED = 1_000;

const sendHelp = `
For a lab where no window is open: a task that runs it every few minutes sends what others only queued.`;

/** `status` and `jobs …`: what is on its way to Microsoft, and what to do about it. */
export function addJobCommands(program: Command, run: RunCommand): void {
  program
    .command('status')
    .description('say what waits for Microsoft, and what went wrong')
    .action((_options: unknown, command: Command) => run(command, outboxStatus));
  const jobs = program
    .command('jobs')
    .description('the changes on their way to Microsoft: list, send, retry, cancel, pause, resume')
    .helpCommand(false);
  jobs
    .command('list')
    .description('show what waits and what failed, and why')
    .addOption(new Option('--state <states...>', 'only changes in these states').choices(jobState.options))
    .option('--limit <count>', 'at most so many', wholeNumber(1, MOST_LISTED), LIST_LIMIT)
    .action((options: Parameters<typeof listJobs>[1], command: Command) =>
      run(command, (session) => listJobs(session, options)),
    );
  jobs
    .command('send')
    .description('send what waits, until nothing more can be sent')
    .option('--timeout <minutes>', 'how long to go on', followMinutes, DEFAULT_FOLLOW_MINUTES)
    .addHelpText('after', sendHelp)
    .action((options: Parameters<typeof sendJobs>[1], command: Command) =>
      run(command, (session) => sendJobs(session, options), { runsOutbox: true }),
    );
  chosen(jobs.command('retry').description('try again what failed'), 'all that failed in the tenant').action(
    (serials: string[], { all }: { readonly all?: boolean }, command: Command) =>
      run(command, (session) => retryJobs(session, serials, all === true)),
  );
  chosen(
    jobs.command('cancel').description('take back what has not been sent yet'),
    'all that waits in the tenant',
  ).action((serials: string[], { all }: { readonly all?: boolean }, command: Command) =>
    run(command, (session) => cancelJobs(session, serials, all === true)),
  );
  jobs
    .command('pause')
    .description('send nothing until sending is resumed')
    .action((_options: unknown, command: Command) => run(command, (session) => runPauseSending(session, true)));
  jobs
    .command('resume')
    .description('go on with sending')
    .action((_options: unknown, command: Command) => run(command, (session) => runPauseSending(session, false)));
}

function chosen(command: Command, all: string): Command {
  return command.argument('[serials...]', 'the serial numbers of the devices').option('--all', all);
}
