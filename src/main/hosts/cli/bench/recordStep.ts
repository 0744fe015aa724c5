import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { isLongerThanRun } from '../../../../shared/bench/elapsedTime.ts';
import { benchWarningSentence } from '../../../../shared/bench/benchWarningWords.ts';
import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { nextStepSentence } from '../../../../shared/devices/nextStepWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

export interface StepOptions {
  readonly note?: string;
  readonly elapsed?: number;
  readonly yes?: boolean;
  readonly errorCode?: string;
  readonly override?: string;
  readonly again?: boolean;
  readonly startUnknown?: boolean;
}

/** `bench`: what the technician did or saw. */
export async function recordStep(run: Run, serial: string, step: BenchStep, options: StepOptions): Promise<ExitStatus> {
  const { id, benchStartedAt } = await deviceOf(run, serial);
  if (
    options.elapsed !== undefined &&
    options.yes !== true &&
    isLongerThanRun(options.elapsed, benchStartedAt, run.world.clock.now())
  ) {
    throw usageError(
      `The flow was recorded as started less than ${run.formatter.minutes(options.elapsed)} ago. Correct the elapsed time, or add --yes if the screen says so.`,
    );
  }
  const device = await run.call('bench.record', {
    deviceId: id,
    step,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.elapsed === undefined ? {} : { elapsedMs: options.elapsed }),
    ...(options.errorCode === undefined ? {} : { errorCode: options.errorCode }),
    ...(options.override === undefined ? {} : { overrideReason: options.override }),
    again: options.again ?? false,
    startUnknown: options.startUnknown ?? false,
  });
  for (const warning of device.warnings) run.say(benchWarningSentence(warning, run.formatter));
  const warnings = device.warnings.map((warning) => benchWarningSentence(warning, neutralFormatter));
  await run.print(
    { ...deviceDocument(device), warnings, warningFacts: device.warnings },
    () =>
      `${deviceTitle(device)}: bench ${device.bench}, reseal ${device.reseal}. ${nextStepSentence(device.nextStep)}`,
  );
  return device.bench === 'failed' ? exitStatus.attention : exitStatus.done;
}
