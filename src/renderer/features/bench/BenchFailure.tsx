import { benchPhaseWords } from '../../../shared/bench/benchPhase.ts';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { benchText } from '../../text/bench.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';

/** Where the last run failed, and the code and name that it ended with; what they mean is the next step's sentence. */
export function BenchFailure({ detail: { device, benchRuns } }: { readonly detail: DeviceDetail }) {
  const phase = benchRuns[0]?.phase ?? null;
  const { code = null, name = null } = device.benchError ?? {};
  const words = [phase && benchText.failedIn(benchPhaseWords[phase]), code, name]
    .filter((part) => part !== null)
    .join(' · ');
  return words !== '' && <StatusWord shape="failed" word={words} />;
}
