import { z } from 'zod';
import { joinType, scenarioName } from '../scenarios/scenarioName.ts';

/** With fewer runs nothing is usual yet. */
const LEAST_RUNS = 3;
/** Older ones say little about the devices and apps of today. */
const MOST_RUNS = 50;
const MINUTE_MS = 60_000;

/** How long a good run of one scenario usually takes at one tenant. */
export const usualTime = z.object({
  scenario: scenarioName,
  joinType,
  /** The median. */
  minutes: z.number().positive(),
  /** Of how many runs. */
  runs: z.int().positive(),
});
export type UsualTime = z.infer<typeof usualTime>;

/** A run that ended well: of what kind, and how long it took. */
export type GoodRun = Pick<UsualTime, 'scenario' | 'joinType'> & { readonly elapsedMs: number };

/** What is usual for each scenario and join type that has had enough runs. @param runs newest first */
export function usualTimesOf(runs: readonly GoodRun[]): UsualTime[] {
  const kinds = Map.groupBy(runs, ({ scenario, joinType: join }) => `${scenario} ${join}`);
  return [...kinds.values()].flatMap((ofKind) => {
    const [first] = ofKind;
    if (first === undefined || ofKind.length < LEAST_RUNS) return [];
    const newest = ofKind.slice(0, MOST_RUNS);
    const minutes = medianOf(newest.map(({ elapsedMs }) => elapsedMs)) / MINUTE_MS;
    return [{ scenario: first.scenario, joinType: first.joinType, minutes, runs: newest.length }];
  });
}

/** What is usual for a device of this scenario; null where too few have run. */
export function usualMinutesFor(
  scenario: { readonly name: UsualTime['scenario']; readonly joinType: UsualTime['joinType'] },
  times: readonly UsualTime[],
): number | null {
  const own = times.find(({ scenario: name, joinType: join }) => name === scenario.name && join === scenario.joinType);
  return own?.minutes ?? null;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
