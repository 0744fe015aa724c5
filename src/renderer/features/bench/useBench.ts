import type { InputOf } from '../../../shared/api/contract.ts';
import { benchWarningSentence } from '../../../shared/bench/benchWarningWords.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useCommand } from '../../api/useCommand.ts';
import { deviceText } from '../../text/device.ts';
import { formatter } from '../../text/formatter.ts';
import { useNotify } from '../../ui/notify.ts';

type Record = Omit<InputOf<'bench.record'>, 'deviceId'>;

/** Records what a technician did at the bench. Every record can be taken back while nothing has followed it. */
export function useBench(deviceId: string) {
  const notify = useNotify();
  const recording = useCommand('bench.record', { showsFailure: true });
  const undoing = useCommand('bench.undo');

  async function takeBack(): Promise<void> {
    const outcome = await undoing.run({ deviceId });
    if (outcome.ok) notify.done(deviceText.takenBack);
  }

  /** Null where it is recorded, else why not. */
  async function record(act: Record): Promise<Failure | null> {
    const outcome = await recording.run({ deviceId, ...act });
    if (!outcome.ok) return outcome.error;
    notify.done(deviceText.recorded[act.step], () => void takeBack());
    for (const warning of outcome.value.warnings) notify.warn(benchWarningSentence(warning, formatter));
    return null;
  }

  return { record, takeBack, running: recording.running, failure: recording.failure };
}
