import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { loadBoardGuide } from '../../../src/main/services/boards/loadBoardGuide.ts';
import {
  followGuide,
  readBoardGuide,
  stepsOf,
  type BoardQuestion,
  type RepairAnswers,
  type RepairCase,
} from '../../../src/shared/boards/boardGuide.ts';

const guide = loadBoardGuide(join(projectRoot, 'resources'));

function caseFor(answers: RepairAnswers): RepairCase {
  const state = followGuide(guide, answers);
  if (state.kind === 'question') throw new Error(`“${state.question.text}” is still open.`);
  return state.found;
}

const board = { part: 'mainboard', biosTool: 'yes', key: 'injected', tpm: 'yes', deregistered: 'yes', board: 'new' };
const S = ['deregister', 'replaceBoard', 'access', 'writeOldBios', 'capture', 'register', 'reset', 'customerSetup'];
const withKey = S.map((step) => (step === 'replaceBoard' ? 'replaceBoardWithKey' : step));
const fitting = (part: string) => withKey.map((step) => (step === 'access' ? part : step));

describe('the nineteen cases of Microsoft’s table', () => {
  test.each<[number, string, RepairAnswers, RepairCase['verdict'], readonly string[]]>([
    [
      1,
      'a mainboard in general',
      { ...board, cards: 'other' },
      'supported',
      ['deregister', 'replaceBoard', 'imageWithBios', 'capture', 'register', 'reset', 'ship'],
    ],
    [
      2,
      'TPM on, the only network card goes with the board',
      { ...board, cards: 'onBoardOnly' },
      'supported',
      S.map((step) => (step === 'writeOldBios' ? 'writeBios' : step)),
    ],
    [3, 'TPM on, a second network card stays', { ...board, cards: 'secondStays' }, 'notSupported', ['stop']],
    [4, 'network card, disk and WLAN stay', { ...board, cards: 'allStay', disk: 'same' }, 'supported', withKey],
    [
      5,
      'the network card stays, disk and WLAN are new',
      { ...board, cards: 'wlanNew', disk: 'new' },
      'supported',
      fitting('fitDiskAndWlan'),
    ],
    [
      6,
      'network card and WLAN stay, the disk is new',
      { ...board, cards: 'allStay', disk: 'new' },
      'supported',
      fitting('fitDisk'),
    ],
    [7, 'a used board, never in Autopilot', { ...board, cards: 'other', board: 'usedElsewhere' }, 'supported', withKey],
    [
      8,
      'a used board, once in Autopilot',
      { ...board, cards: 'other', board: 'usedAutopilot' },
      'supported',
      ['deregisterDonor', ...withKey],
    ],
    [9, 'no data in the BIOS', { ...board, biosTool: 'no' }, 'notSupported', ['stop']],
    [10, 'no TPM', { ...board, cards: 'other', tpm: 'no' }, 'supported', S],
    [
      11,
      'the key in the image only',
      { ...board, cards: 'other', key: 'image' },
      'supported',
      [
        'deregister',
        'replaceBoardWithoutKey',
        'access',
        'writeOldBios',
        'capture',
        'resetWithKey',
        'register',
        'customerSetup',
      ],
    ],
    [
      12,
      'a new board with a replacement key',
      { ...board, cards: 'other', key: 'onBoard' },
      'supported',
      ['deregister', 'replaceBoardWithKey', 'image', 'writeBios', 'capture', 'register', 'reset', 'customerSetup'],
    ],
    [13, 'no replacement key', { ...board, key: 'none' }, 'notSupported', ['stop']],
    [
      14,
      'never deregistered',
      { ...board, cards: 'other', deregistered: 'no' },
      'supported',
      ['image', 'keyIntoImage', 'shipToSame', 'customerSetup'],
    ],
    [
      15,
      'a disk that was never in Autopilot',
      { part: 'disk', diskFrom: 'elsewhere' },
      'supported',
      ['doNotDeregister', 'replaceDisk', 'image', 'customerSetup'],
    ],
    [
      16,
      'a disk of another Autopilot device',
      { part: 'disk', diskFrom: 'autopilot' },
      'conditional',
      ['deregisterDonor', 'deregister', 'replaceDisk', 'image', 'customerSetup'],
    ],
    [17, 'a foreign network card', { part: 'network', card: 'foreign' }, 'notSupported', ['stop']],
    [18, 'memory or a graphics card', { part: 'memoryOrGraphics' }, 'supported', ['swapPart']],
    [
      19,
      'parts of a scrapped Autopilot device',
      { part: 'usedParts' },
      'conditional',
      ['deregisterDonor', 'markDonor', 'takeParts'],
    ],
  ])('%i: %s', (row, _, answers, verdict, steps) => {
    const found = caseFor(answers);
    expect(found).toMatchObject({ row, verdict, steps });
    expect(stepsOf(guide, found)).toHaveLength(steps.length);
  });

  test('each is there once', () => {
    const rows = guide.cases.flatMap(({ row }) => row ?? []);
    expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  });
});

/** Every way through the questions, with the case at its end. */
function* ways(
  answers: RepairAnswers = {},
  asked: readonly BoardQuestion[] = [],
): Generator<readonly [RepairAnswers, RepairCase]> {
  const state = followGuide(guide, answers);
  if (state.kind === 'case') yield [answers, state.found];
  else
    for (const { id } of state.question.answers)
      yield* ways({ ...answers, [state.question.id]: id }, [...asked, state.question]);
}

describe('every way through the questions', () => {
  const all = [...ways()];

  test('ends at a case after nine questions at most, and reaches each case', () => {
    expect(new Set(all.map(([, { id }]) => id))).toEqual(new Set(guide.cases.map(({ id }) => id)));
    expect(Math.max(...all.map(([answers]) => Object.keys(answers).length))).toBeLessThanOrEqual(9);
  });

  test('ends at a “no” where anything on it rules the repair out, whatever else would allow it', () => {
    const isRuledOut = (answers: RepairAnswers): boolean =>
      guide.cases.some(
        ({ verdict, when }) =>
          verdict === 'notSupported' &&
          when.some((condition) => Object.entries(condition).every(([name, value]) => answers[name] === value)),
      );
    for (const [answers, { verdict }] of all) expect(verdict === 'notSupported').toBe(isRuledOut(answers));
  });

  test('has the donor deregistered before a board out of an Autopilot device is registered', () => {
    for (const [answers, { steps }] of all) {
      if (answers['board'] === 'usedAutopilot') expect(steps[0]).toBe('deregisterDonor');
    }
  });
});

test('a guide that names what it lacks is refused', () => {
  const [first] = guide.cases;
  const broken = (change: object): unknown => ({ ...guide, cases: [{ ...first, ...change }] });
  expect(() => readBoardGuide(broken({ steps: ['fly'] }))).toThrow('fly');
  expect(() => readBoardGuide(broken({ when: [{ part: 'wing' }] }))).toThrow('wing');
});
