import type { InputOf } from '../../../shared/api/contract.ts';
import type { BenchStep } from '../../../shared/bench/benchStep.ts';
import { benchWarningSentence } from '../../../shared/bench/benchWarningWords.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { nextStepSentence } from '../../../shared/devices/nextStepWords.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { ActTools } from '../../acts/act.ts';
import { stepsText } from '../../text/bench.ts';
import { formatter } from '../../text/formatter.ts';

/**
 * Records what a technician did at the bench, and offers to take it back while nothing has followed it. Null where it is
 * recorded, else why not: the caller tells that.
 */
export async function recordBench(record: InputOf<'bench.record'>, tools: ActTools): Promise<Failure | null> {
  const outcome = await tools.client.call('bench.record', record);
  if (!outcome.ok) return outcome.error;
  tellRecorded(record.step, outcome.value, tools);
  for (const warning of outcome.value.warnings) tools.notify.warn(benchWarningSentence(warning, formatter));
  return null;
}

/** Takes the last record of a device back. */
export async function takeBack(deviceId: string, { command, notify }: ActTools): Promise<void> {
  const outcome = await command('bench.undo', { deviceId });
  if (!outcome.ok) return;
  const line = nextStepSentence(outcome.value.nextStep);
  notify.deed({ kind: 'bench.takeBack', subject: deviceTitle(outcome.value), line, ...stepsText.takenBack });
}

function tellRecorded(step: BenchStep, device: DeviceView, tools: ActTools): void {
  const undo = () => takeBack(device.id, tools);
  if (step === 'failure') {
    // It is answered as its QR code is: in red, with the field for the code of the screen.
    tools.showDevice(device);
    tools.notify.undoable(undo);
    return;
  }
  const words = stepsText.recorded[step];
  const line = `${capital(words.what)}. ${nextStepSentence(device.nextStep)}`;
  tools.notify.deed({ kind: `bench.${step}`, subject: deviceTitle(device), line, ...words }, undo);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
