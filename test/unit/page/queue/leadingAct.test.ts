import { expect, test } from 'vitest';
import { nextStepCodes, type NextStepCode } from '../../../../src/shared/devices/nextStepCodes.ts';
import { allActs } from '../../../../src/renderer/acts/registry.ts';
import { offersOn } from '../../../../src/renderer/acts/offer.ts';
import { leadingAct } from '../../../../src/renderer/features/devices/queue/leadingAct.ts';
import { selection, workspace } from '../acts/atHand.ts';

test.each<[Partial<Record<NextStepCode, number>>, string | null]>([
  [{ register: 3 }, 'registration.register'],
  [{ startBench: 3, register: 2 }, 'bench.startMany'],
  [{ startBench: 1, retryBench: 2, register: 2 }, 'bench.startMany'],
  [{ reseal: 2, register: 2 }, 'registration.register'],
  [{ ship: 1, waitForProfile: 40 }, 'bench.shipMany'],
  [{ waitForProfile: 4, done: 2 }, null],
  [{}, null],
])('of %o the bar leads with %s', (counts, act) => {
  expect(leadingAct(counts)).toBe(act);
});

test('whatever leads is an act that the bar over a selection has', () => {
  const names = offersOn(allActs, [selection], workspace)
    .filter(({ act }) => act.bar !== undefined)
    .map(({ act }) => act.name);
  for (const code of nextStepCodes) {
    const act = leadingAct({ [code]: 1 });
    if (act !== null) expect(names).toContain(act);
  }
});
