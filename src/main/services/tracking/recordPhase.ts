import { toldPhaseSentence } from '../../../shared/bench/benchHistoryWords.ts';
import { reportedPhaseOf, runWithoutPhase } from '../../../shared/bench/reportedPhase.ts';
import type { AutopilotEvent } from '../../graph/resources/autopilotEvents.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** Keeps the phase in which a failed technician flow ended, where the report names it and no person did. */
export function recordPhase(
  { benchRuns, history, ports, publish, store }: ServiceContext,
  deviceId: string,
  event: AutopilotEvent,
): void {
  const phase = reportedPhaseOf(event);
  if (phase === null) return;
  store.write(() => {
    const run = runWithoutPhase(benchRuns.ofDevice(deviceId), event, ports.clock.now().toISOString());
    if (run === null) return;
    benchRuns.tellPhase(run.id, phase);
    const sentence = toldPhaseSentence(phase);
    history.add({ deviceId, subject: 'bench', sentence, source: 'Deployment report' });
    publish('devices.changed');
  });
}
