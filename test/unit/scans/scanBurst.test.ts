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
      text: '5CG1234567',
    });
  });

  test('is heard when its code ends in Tab', () => {
    expect(typed([...keysOf('5CG1234567'), 'Tab'], scannerGapMs).at(-1)).toMatchObject({ kind: 'scanned' });
  });

  test('is heard through the Shift keys between its characters', () => {
    const keys = ['Shift', '{', 'Shift', '"', 'a', 'Shift', '"', 'Shift', '}', 'Enter'];
    expect(typed(keys, scannerGapMs).at(-1)).toMatchObject({ kind: 'scanned', text: '{"a"}' });
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
    expect(twice.flatMap((step) => (step.kind === 'scanned' ? [step.text] : []))).toEqual(['5CG1', 'PF02']);
  });
});

test('a scan keeps a key that a busy computer delivers late', () => {
  const keys = keysOf('{5CG1}');
  const times = [0, 110, 118, 126, 134, 142];
  let step: BurstStep = { kind: 'other', burst: noBurst };
  for (const [index, key] of keys.entries()) step = nextBurst(step.burst, { key, at: times[index] ?? 0 });
  expect(nextBurst(step.burst, { key: 'Enter', at: 150 })).toMatchObject({ kind: 'scanned', text: '{5CG1}' });
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
