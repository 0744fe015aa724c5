import { Argument, type Command } from 'commander';
import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { recordStep } from './recordStep.ts';
import { elapsedOption } from './elapsedOption.ts';
import type { RunCommand } from '../program/runCommand.ts';

const STEPS = {
  start: 'start',
  success: 'success',
  failure: 'failure',
  reseal: 'reseal',
  ship: 'ship',
  'user-flow-done': 'userFlowDone',
} as const satisfies Readonly<Record<string, BenchStep>>;

/** `bench`: the technician's work on one device. */
export function addBenchCommand(program: Command, run: RunCommand): void {
  program
    .command('bench')
    .description('record what the technician did or saw')
    .argument('<serial>', 'the serial number')
    .addArgument(new Argument('<step>', 'what happened').choices(Object.keys(STEPS)))
    .option('--note <text>', 'a remark for the history')
    .option(
      '--elapsed <time>',
      'the time that the result screen shows, in hours and minutes such as 0:38',
      elapsedOption,
    )
    .option(
      '--yes',
      'do not ask whether the elapsed time is right, or whether a device that is past the bench is to start',
    )
    .option('--error-code <code>', 'the error code that the failure screen shows')
    .option('--override <reason>', 'start although a condition is not met')
    .option('--start-unknown', 'keep a result although no start is recorded')
    .option('--again', 'the device was reset: begin a new run')
    .action((serial: string, step: keyof typeof STEPS, options: Parameters<typeof recordStep>[3], command: Command) =>
      run(command, (session) => recordStep(session, serial, STEPS[step], options)),
    );
}
