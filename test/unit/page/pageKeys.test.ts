import { describe, expect, test } from 'vitest';
import { beganWithKey, KEY_WAIT_MS, keyCame, keysDue, noPageKeys } from '../../../src/renderer/app/pageKeys.ts';
import { nextBurst, noBurst, type HeardScan } from '../../../src/renderer/features/scans/scanBurst.ts';

const scannerGapMs = 8;

/** Sends keys, each a while after the last, and says which of them the page used and whether a scan takes the last one back. */
function sent(keys: readonly (readonly [gapMs: number, key: string])[], mayBeUsed = true) {
  let at = 1_000;
  let burst = noBurst;
  let pageKeys = noPageKeys;
  let scan: HeardScan | null = null;
  let isTakenBack = false;
  let word = '';
  const used: string[] = [];
  const wait = (until: number): void => {
    const { keys: left, due, searched } = keysDue(pageKeys, until);
    pageKeys = left;
    word += searched;
    used.push(...due.map(({ key }) => key));
  };
  for (const [gapMs, key] of keys) {
    at += gapMs;
    wait(at - 1);
    const step = nextBurst(burst, { key, at });
    burst = step.burst;
    // Behind “/” the search has the focus: its field takes what is typed.
    const isInField = used.includes('/');
    if (isInField) word += key;
    pageKeys = keyCame(pageKeys, step, { key, at }, mayBeUsed && !isInField);
    if (pageKeys.search?.isTyped === true) wait(at);
    if (step.kind !== 'scanned') continue;
    scan = step.scan;
    isTakenBack = beganWithKey(pageKeys, step.scan);
  }
  wait(at + KEY_WAIT_MS);
  return { used, scan, isTakenBack, word };
}

const scanned = (text: string, gapMs = scannerGapMs): [number, string][] => [
  ...Array.from(text, (key): [number, string] => [gapMs, key]),
  [gapMs, 'Enter'],
];

describe('a key of the page', () => {
  test('is used once nothing has followed it', () => {
    expect(sent([[0, '5']])).toEqual({ used: ['5'], scan: null, isTakenBack: false, word: '' });
  });

  test('keeps its turn where a person presses another one soon after', () => {
    expect(
      sent([
        [0, '2'],
        [250, 'n'],
        [250, '/'],
      ]).used,
    ).toEqual(['2', 'n', '/']);
  });

  test('is not used where the page’s keys rest', () => {
    expect(sent([[0, '5']], false).used).toEqual([]);
  });
});

describe('a word that is typed behind “/”', () => {
  const typed = (text: string, gapMs: number): [number, string][] => Array.from(text, (key) => [gapMs, key]);

  test.each([8, 59, 61, 100, 149, 151, 300])('is searched for whole, letter after letter in %s ms', (gapMs) => {
    const { used, word, scan } = sent([[0, '/'] as const, ...typed('pf0', gapMs)]);
    expect([used, scan, word]).toEqual([['/'], null, 'pf0']);
  });

  test('is told as soon as a gap shows that fingers type it', () => {
    let burst = noBurst;
    let keys = noPageKeys;
    for (const [at, key] of [
      [0, '/'],
      [40, 'p'],
      [140, 'f'],
    ] as const) {
      const step = nextBurst(burst, { key, at });
      burst = step.burst;
      keys = keyCame(keys, step, { key, at }, true);
    }
    expect(keysDue(keys, 140)).toMatchObject({
      due: [{ key: '/' }],
      searched: 'pf',
      keys: { waiting: [], search: null },
    });
  });

  test('is a scan where a scanner sends it', () => {
    const { used, word, scan } = sent(scanned('/5CG2SBCN6R'));
    expect([used, word, scan?.text]).toEqual([[], '', '/5CG2SBCN6R']);
  });
});

describe('a scan that begins like a key of the page', () => {
  test('uses none, however its first characters come', () => {
    for (const pauseMs of [8, 60, 140, 200, 300, KEY_WAIT_MS - 1]) {
      const [first, ...rest] = scanned('5CG2SBCN6R');
      const keys = [first ?? [0, '5'], [pauseMs, 'C'] as const, ...rest.slice(1)] as const;
      expect(sent(keys).used, `a pause of ${pauseMs} ms`).toEqual([]);
    }
  });

  test('takes back the key that a longer pause let through', () => {
    const [, ...rest] = scanned('5CG2SBCN6R');
    expect(sent([[0, '5'], [700, 'C'], ...rest.slice(1)])).toMatchObject({
      used: ['5'],
      scan: { before: '5', text: 'CG2SBCN6R' },
      isTakenBack: true,
    });
  });

  test('leaves a key alone that was pressed well before', () => {
    expect(sent([[0, '5'], [1_500, '5'], ...scanned('CG2SBCN6R')])).toMatchObject({ used: ['5'], isTakenBack: false });
  });

  test('leaves a key alone that was pressed before a whole scan', () => {
    const { used, isTakenBack } = sent([[0, '2'], [3_000, 'P'], ...scanned('FT9G3FP')]);
    expect([used, isTakenBack]).toEqual([['2'], false]);
  });
});
