import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { benchText } from '../../../text/bench.ts';
import { formatter } from '../../../text/formatter.ts';
import type { BenchLists } from '../useBenchLists.ts';

/** How many devices wait for a person at one step, and what is worth knowing of the one that waits longest. */
export interface ReadyStep {
  readonly code: 'startBench' | 'reseal' | 'ship';
  readonly count: number;
  readonly note: string | null;
  /** Behind the note. */
  readonly serialNumber: string | null;
}

/** The steps at which devices are ready, in the order in which a device meets them. */
export function readyStepsOf({ toStart, unsealed, toShip }: BenchLists, now: Date): readonly ReadyStep[] {
  const since = (at: string | null | undefined, words: (at: string) => string): string | null =>
    at === null || at === undefined ? null : words(formatter.shortInstant(at, now));
  const [next] = toStart.devices;
  return [
    {
      code: 'startBench',
      count: toStart.matching,
      note: next === undefined ? null : benchText.next,
      serialNumber: next === undefined ? null : deviceTitle(next),
    },
    {
      code: 'reseal',
      count: unsealed.matching,
      note: since(
        earliest(unsealed.devices, ({ benchEndedAt }) => benchEndedAt),
        benchText.greenSince,
      ),
      serialNumber: null,
    },
    {
      code: 'ship',
      count: toShip.matching,
      note: since(
        earliest(toShip.devices, ({ resealedAt, benchEndedAt }) => resealedAt ?? benchEndedAt),
        benchText.oldestSince,
      ),
      serialNumber: null,
    },
  ];
}

function earliest(devices: readonly DeviceView[], at: (device: DeviceView) => string | null): string | null {
  return devices.flatMap((device) => at(device) ?? []).toSorted()[0] ?? null;
}
