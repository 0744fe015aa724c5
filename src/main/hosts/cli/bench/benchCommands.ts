import { Argument, type Command, Option } from 'commander';
import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { recordStep } from './recordStep.ts';
import { writeChecklist } from '../checklists/writeChecklist.ts';
import { elapsedTime } from './elapsedTime.ts';
import type { RunCommand } from '../program/runCommand.ts';

const STEPS = {
  start: 'start',
  success: 'success',
  failure: 'failure',
  reseal: 'reseal',
  ship: 'ship',
  'user-flow-done': 'userFlowDone',
} as const satisfies Readonly<Record<string, BenchStep>>;

/** `bench` and `checklist`: the technician's work on one device. */
export function addBenchCommands(program: Command, run: RunCommand): void {
  program
    .command('bench')
    .description('record what the technician did or saw')
    .argument('<serial>', 'the serial number')
    .addArgument(new Argument('<step>', 'what happened').choices(Object.keys(STEPS)))
    .option('--note <text>', 'a remark for the history')
    .option('--elapsed <time>', 'the time that the result screen shows, such as 34:12', elapsedTime)
    .option('--error-code <code>', 'the error code that the failure screen shows')
    .option('--override <reason>', 'start although a condition is not met')
    .option('--again', 'the device was reset: begin a new run')
    .action((serial: string, step: keyof typeof STEPS, options: Parameters<typeof recordStep>[3], command: Command) =>
      run(command, (session) => recordStep(session, serial, STEPS[step], options)),
    );
  program
    .command('checklist')
    .description('write the checklist of a device')
    .argument('<serial>', 'the serial number')
    .option('--scenario <id>', 'which checklist', 'pre-provisioning-entra')
    .addOption(new Option('--format <format>', 'how it is written').choices(['json', 'html', 'pdf']).default('json'))
    .option('--out <file>', 'the file to write; standard output where it is left out')
    .action((serial: string, options: Parameters<typeof writeChecklist>[2], command: Command) =>
      run(command, (session) => writeChecklist(session, serial, options)),
    );
}
