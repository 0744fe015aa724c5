import type { BenchPhase } from '../../../../shared/bench/benchPhase.ts';
import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { goGateFailures } from '../../../../shared/bench/goGate.ts';
import { startLossesOf } from '../../../../shared/bench/startLoss.ts';
import { startLossWords } from '../../../../shared/bench/startLossWords.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { insist } from '../output/insist.ts';
import { isLongerThanRun } from '../../../../shared/bench/elapsedTime.ts';
import { appsQuestion } from '../../../../shared/bench/appsQuestion.ts';
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
  readonly phase?: BenchPhase;
  readonly appsSeen?: boolean;
}

/**
 * Asks before a device that is past the bench starts again, with what is lost. What the gate says comes first: nobody is asked
 * about a start that is refused anyway.
 */
async function acceptLosses(run: Run, device: DeviceView, { yes, override }: StepOptions): Promise<boolean> {
  const losses = startLossesOf(device).map((loss) => startLossWords[loss]);
  if (losses.length === 0 || (override === undefined && goGateFailures(device).length > 0)) return false;
  if (yes === true) return true;
  const told = `${deviceTitle(device)}: bench ${device.bench}, reseal ${device.reseal}. ${losses.join(' ')}`;
  if (!run.world.terminal.canAsk) throw usageError(`${told} Nobody can be asked here. Add --yes to start it again.`);
  run.say(told);
  await insist(run, 'Start it again all the same?', 'Nothing was recorded.');
  return true;
}

/** Whether the apps were seen, which is asked where the ESP is known to be off; undefined where it is not asked. */
async function appsAnswer(run: Run, device: DeviceView, { appsSeen }: StepOptions): Promise<boolean | undefined> {
  if (appsSeen !== undefined) return appsSeen;
  const { esp } = await run.call('devices.get', { id: device.id });
  if (esp.isOn !== false) return undefined;
  const told = `${deviceTitle(device)}: ${appsQuestion}`;
  const { terminal } = run.world;
  if (!terminal.canAsk) throw usageError(`${told} Nobody can be asked here. Add --apps-seen yes or no.`);
  return /^y(es)?$/i.test((await terminal.ask(`${told} [y/N] `)).trim());
}

/** `bench`: what the technician did or saw. */
export async function recordStep(run: Run, serial: string, step: BenchStep, options: StepOptions): Promise<ExitStatus> {
  const found = await deviceOf(run, serial);
  const { id, benchStartedAt } = found;
  if (
    options.elapsed !== undefined &&
    options.yes !== true &&
    isLongerThanRun(options.elapsed, benchStartedAt, run.world.clock.now())
  ) {
    throw usageError(
      `The flow was recorded as started less than ${run.formatter.minutes(options.elapsed)} ago. Correct the elapsed time, or add --yes if the screen says so.`,
    );
  }
  if (options.phase !== undefined && step !== 'failure') {
    throw usageError('--phase says where a flow failed: give it with the step failure.');
  }
  const appsSeen = step === 'reseal' ? await appsAnswer(run, found, options) : undefined;
  const acceptsLoss = step === 'start' && (await acceptLosses(run, found, options));
  const device = await run.call('bench.record', {
    deviceId: id,
    step,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.elapsed === undefined ? {} : { elapsedMs: options.elapsed }),
    ...(options.errorCode === undefined ? {} : { errorCode: options.errorCode }),
    ...(options.override === undefined ? {} : { overrideReason: options.override }),
    ...(options.phase === undefined ? {} : { phase: options.phase }),
    ...(appsSeen === undefined ? {} : { appsSeen }),
    again: options.again ?? false,
    startUnknown: options.startUnknown ?? false,
    acceptsLoss,
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
