import { describe, expect, test } from 'vitest';
import { nextBurst, noBurst, type BurstStep } from '../../../src/renderer/features/scans/scanBurst.ts';

/** Sends keys, each some milliseconds after the last, and says what each was. */
function typed(keys: readonly string[], gapMs: number): readonly BurstStep[] {
  const steps: BurstStep[] = [];
  for (const [index, key] of keys.entries()) {
    steps.push(nextBurst(steps.at(-1)?.burst ?? noBurst, { key, at: 1_000 + index * gapMs }));
  }
  return steps;
}

const keysOf = (text: string) => text.split(/(?:)/u);
const scannerGapMs = 8;
const personGapMs = 120;

describe('a scanner that acts as a keyboard', () => {
  test('is heard when its code ends in Enter', () => {
    expect(typed([...keysOf('5CG1234567'), 'Enter'], scannerGapMs).at(-1)).toMatchObject({
      kind: 'scanned',
      scan: { text: '5CG1234567' },
    });
  });

  test('is heard when its code ends in Tab', () => {
    expect(typed([...keysOf('5CG1234567'), 'Tab'], scannerGapMs).at(-1)).toMatchObject({ kind: 'scanned' });
  });

  test('is heard through the Shift keys between its characters', () => {
    const keys = ['Shift', '{', 'Shift', '"', 'a', 'Shift', '"', 'Shift', '}', 'Enter'];
    expect(typed(keys, scannerGapMs).at(-1)).toMatchObject({ kind: 'scanned', scan: { text: '{"a"}' } });
  });

  test('keeps its keys from the page, save the first, which nobody can know yet', () => {
    expect(typed([...keysOf('5CG1')], scannerGapMs).map(({ kind }) => kind)).toEqual([
      'first',
      'within',
      'within',
      'within',
    ]);
  });

  test('whose codes end in two keys presses nothing with the second', () => {
    expect(typed([...keysOf('5CG1'), 'Enter', 'Enter'], scannerGapMs).at(-1)).toMatchObject({ kind: 'within' });
    expect(typed([...keysOf('5CG1'), 'Enter', 'Tab'], scannerGapMs).at(-1)).toMatchObject({ kind: 'within' });
  });

  test('leaves the Enter of the person who scanned alone', () => {
    const [, ...steps] = typed([...keysOf('5CG1'), 'Enter'], scannerGapMs);
    const scanned = steps.at(-1)?.burst ?? noBurst;
    expect(nextBurst(scanned, { key: 'Enter', at: scanned.lastAt + personGapMs * 3 })).toMatchObject({ kind: 'other' });
  });

  test('is heard twice in a row', () => {
    const twice = typed([...keysOf('5CG1'), 'Enter', ...keysOf('PF02'), 'Enter'], scannerGapMs);
    expect(twice.flatMap((step) => (step.kind === 'scanned' ? [step.scan.text] : []))).toEqual(['5CG1', 'PF02']);
  });
});

test('a scan keeps a key that a busy computer delivers late', () => {
  const keys = keysOf('{5CG1}');
  const times = [0, 110, 118, 126, 134, 142];
  let step: BurstStep = { kind: 'other', burst: noBurst };
  for (const [index, key] of keys.entries()) step = nextBurst(step.burst, { key, at: times[index] ?? 0 });
  expect(nextBurst(step.burst, { key: 'Enter', at: 150 })).toMatchObject({ kind: 'scanned', scan: { text: '{5CG1}' } });
});

/** Sends keys with the pause in milliseconds that stands before each. */
function paused(...keys: readonly (readonly [pauseMs: number, keys: string])[]): BurstStep[] {
  const steps: BurstStep[] = [];
  let at = 1_000;
  for (const [pauseMs, text] of keys) {
    for (const [index, key] of (text === 'Enter' ? [text] : keysOf(text)).entries()) {
      at += index === 0 ? pauseMs : scannerGapMs;
      steps.push(nextBurst(steps.at(-1)?.burst ?? noBurst, { key, at }));
    }
  }
  return steps;
}

describe('a pause inside a scan', () => {
  test('after what only a scanner types is no end of it, wherever it lies', () => {
    for (const pauseMs of [160, 400, 1_000]) {
      expect(paused([0, '5CG2'], [pauseMs, 'SBCN6R'], [8, 'Enter']).at(-1)).toMatchObject({
        kind: 'scanned',
        scan: { text: '5CG2SBCN6R', before: '' },
      });
      expect(paused([0, '5CG2SBCN6'], [pauseMs, 'R'], [pauseMs, 'Enter']).at(-1)).toMatchObject({
        kind: 'scanned',
        scan: { text: '5CG2SBCN6R' },
      });
    }
  });

  test('keeps the key behind it from the page', () => {
    expect(paused([0, '5CG2'], [400, '5']).at(-1)).toMatchObject({ kind: 'within' });
  });

  test('behind the first characters keeps them beside the rest, since a person may have pressed them', () => {
    for (const first of ['5', '5C', '5CG']) {
      expect(paused([0, first], [200, '2SBCN6R'], [8, 'Enter']).at(-1)).toMatchObject({
        kind: 'scanned',
        scan: { text: '2SBCN6R', before: first, since: 1_000 },
      });
    }
  });

  test('of more than a second is the end of what came before', () => {
    expect(paused([0, '5'], [1_001, 'CG2SBCN6R'], [8, 'Enter']).at(-1)).toMatchObject({
      kind: 'scanned',
      scan: { text: 'CG2SBCN6R', before: '' },
    });
  });

  test('behind what a person typed slowly begins a scan of its own', () => {
    const typedWord = typed(keysOf('que'), personGapMs).at(-1)?.burst ?? noBurst;
    expect(nextBurst(typedWord, { key: '5', at: typedWord.lastAt + 300 })).toMatchObject({ burst: { before: '' } });
  });
});

describe('a person', () => {
  test('who types a word and Enter scans nothing', () => {
    expect(typed([...keysOf('queue'), 'Enter'], personGapMs).map(({ kind }) => kind)).not.toContain('scanned');
  });

  test('whose keys are shortcuts keeps every one of them', () => {
    expect(typed(['2', '3', 'n'], personGapMs).map(({ kind }) => kind)).toEqual(['first', 'first', 'first']);
  });

  test('who presses Enter on a button is not taken for a scan', () => {
    expect(typed(['Enter'], personGapMs)[0]).toMatchObject({ kind: 'other' });
  });

  test('who rolls three keys and Enter is not taken for a scan', () => {
    expect(typed(['a', 's', 'd', 'Enter'], scannerGapMs).at(-1)).toMatchObject({ kind: 'other' });
  });

  test('who moves in between ends the burst', () => {
    expect(typed([...keysOf('5CG1'), 'ArrowDown', 'Enter'], scannerGapMs).at(-1)).toMatchObject({ kind: 'other' });
  });
});
