import type { InputOf } from '../../../shared/api/contract.ts';
import { benchWarningSentence } from '../../../shared/bench/benchWarningWords.ts';
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
  tools.notify.done(stepsText.recorded[record.step], () => void takeBack(record.deviceId, tools));
  for (const warning of outcome.value.warnings) tools.notify.warn(benchWarningSentence(warning, formatter));
  return null;
}

/** Takes the last record of a device back. */
export async function takeBack(deviceId: string, { command, notify }: ActTools): Promise<void> {
  const outcome = await command('bench.undo', { deviceId });
  if (outcome.ok) notify.done(stepsText.takenBack);
}
