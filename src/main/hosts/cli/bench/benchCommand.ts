import { Argument, Option, type Command } from 'commander';
import type { BenchPhase } from '../../../../shared/bench/benchPhase.ts';
import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { recordStep, type StepOptions } from './recordStep.ts';
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

const PHASES = {
  'device-preparation': 'devicePreparation',
  'device-setup': 'deviceSetup',
  'account-setup': 'accountSetup',
} as const satisfies Readonly<Record<string, BenchPhase>>;

/** As the command line has them. */
interface GivenOptions extends Omit<StepOptions, 'phase' | 'appsSeen'> {
  readonly phase?: keyof typeof PHASES;
  readonly appsSeen?: 'yes' | 'no';
}

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
    .addOption(new Option('--phase <phase>', 'where it failed').choices(Object.keys(PHASES)))
    .addOption(
      new Option('--apps-seen <answer>', 'at a reseal where the ESP is off: whether the apps were seen').choices([
        'yes',
        'no',
      ]),
    )
    .option('--override <reason>', 'start although a condition is not met')
    .option('--start-unknown', 'keep a result although no start is recorded')
    .option('--again', 'the device was reset: begin a new run')
    .action((serial: string, step: keyof typeof STEPS, given: GivenOptions, command: Command) => {
      const { phase, appsSeen, ...options } = given;
      return run(command, (session) =>
        recordStep(session, serial, STEPS[step], {
          ...options,
          ...(phase === undefined ? {} : { phase: PHASES[phase] }),
          ...(appsSeen === undefined ? {} : { appsSeen: appsSeen === 'yes' }),
        }),
      );
    });
}
