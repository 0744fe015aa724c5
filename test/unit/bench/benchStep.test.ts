import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchStepRefusal, type BenchAllowance } from '../../../src/shared/bench/benchRefusal.ts';
import { benchRefusalWords } from '../../../src/shared/bench/benchRefusalWords.ts';
import { benchState, benchStateAfter, type BenchAct, type BenchState } from '../../../src/shared/bench/benchState.ts';
import { benchStep, type BenchStep } from '../../../src/shared/bench/benchStep.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const fresh = benchState.parse(readyDevice());
/** Why a step may not be recorded, in words; null where it may. */
function refusalOf(step: BenchStep, state: BenchState, allowance: BenchAllowance = {}): string | null {
  const refusal = benchStepRefusal(step, { ...readyDevice(), ...state }, allowance);
  return refusal === null ? null : benchRefusalWords[refusal];
}

const at = new Date('2026-11-22T12:00:00.000Z');

function act(step: BenchStep, when = at): BenchAct {
  return step === 'failure'
    ? { step, at: when, error: { code: '0x800705b4', name: null, message: null } }
    : { step, at: when };
}

function after(...steps: readonly BenchStep[]): BenchState {
  return steps.reduce((state, step) => benchStateAfter(state, act(step)), fresh);
}

describe('what may be recorded at the bench', () => {
  const journey: readonly BenchStep[] = ['start', 'success', 'reseal', 'ship', 'userFlowDone'];

  test('the way from the start to the user flow is open, one step after the other', () => {
    for (const [index, step] of journey.entries()) {
      expect(refusalOf(step, after(...journey.slice(0, index)))).toBeNull();
    }
  });

  test.each<[string, readonly BenchStep[], BenchStep, string]>([
    ['a result without a start', [], 'success', 'Record its start first'],
    ['a failure without a start', [], 'failure', 'Record its start first'],
    ['a reseal without a result', ['start'], 'reseal', 'comes after a successful technician flow'],
    ['a reseal after a failure', ['start', 'failure'], 'reseal', 'comes after a successful technician flow'],
    ['a second reseal', ['start', 'success', 'reseal'], 'reseal', 'resealed already'],
    ['shipping without a reseal', ['start', 'success'], 'ship', 'Reseal the device before'],
    ['the user flow without a reseal', ['start', 'success'], 'userFlowDone', 'Record the reseal first'],
    ['a second start', ['start'], 'start', 'running on this device already'],
    ['a start over a success', ['start', 'success'], 'start', 'Run again'],
  ])('refuses %s', (_, before, step, sentence) => {
    expect(refusalOf(step, after(...before))).toContain(sentence);
  });

  test('a failed run may be started again, and a succeeded one after a reset', () => {
    expect(refusalOf('start', after('start', 'failure'))).toBeNull();
    expect(refusalOf('start', after('start', 'success', 'reseal'), { again: true })).toBeNull();
  });

  test('a result that was seen counts without a start, and is a run of its own', () => {
    expect(refusalOf('success', fresh, { startUnknown: true })).toBeNull();
    expect(refusalOf('failure', after('start', 'success', 'reseal', 'ship'), { startUnknown: true })).toBeNull();
    expect(after('success')).toEqual({ ...fresh, bench: 'succeeded', benchEndedAt: at.toISOString() });
    expect(after('start', 'success', 'reseal', 'ship', 'failure')).toMatchObject({
      bench: 'failed',
      benchStartedAt: null,
      reseal: 'notResealed',
      resealedAt: null,
      shippedAt: null,
    });
  });

  test('six months later only a new run, or the truth about the user flow, may be recorded', () => {
    const expired: BenchState = { ...after('start', 'success', 'reseal'), reseal: 'expired' };
    expect(refusalOf('ship', expired)).toContain('Six months are over');
    expect(refusalOf('start', expired)).toBeNull();
    expect(refusalOf('userFlowDone', expired)).toBeNull();
    const neverResealed: BenchState = { ...after('start', 'success'), reseal: 'expired' };
    expect(refusalOf('reseal', neverResealed)).toContain('Six months are over');
    expect(refusalOf('userFlowDone', neverResealed)).toContain('Record the reseal first');
  });
});

describe('the bench as a state machine', () => {
  const walk = fc.array(
    fc.record({ step: fc.constantFrom(...benchStep.options), again: fc.boolean(), startUnknown: fc.boolean() }),
    { maxLength: 25 },
  );

  function states(steps: readonly ({ readonly step: BenchStep } & BenchAllowance)[]): readonly BenchState[] {
    const visited = [fresh];
    for (const [minute, { step, ...allowance }] of steps.entries()) {
      const state = visited.at(-1) ?? fresh;
      if (refusalOf(step, state, allowance) !== null) continue;
      visited.push(benchStateAfter(state, act(step, new Date(at.getTime() + minute * 60_000))));
    }
    return visited;
  }

  test('no path reaches a reseal without a success, and none ships or finishes without a reseal', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        for (const state of states(steps)) {
          if (state.reseal !== 'notResealed') {
            expect(state.bench).toBe('succeeded');
            expect(state.resealedAt).not.toBeNull();
          }
          if (state.shippedAt !== null) expect(state.resealedAt).not.toBeNull();
        }
      }),
    );
  });

  test('success and reseal have their own times, and no time lies before the one it follows', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        for (const { benchStartedAt, benchEndedAt, resealedAt, shippedAt, userFlowDoneAt } of states(steps)) {
          const times = [benchStartedAt, benchEndedAt, resealedAt, shippedAt, userFlowDoneAt].filter(
            (time) => time !== null,
          );
          expect(times).toEqual([...times].sort());
        }
      }),
    );
  });

  test('only a run that has ended may have an unknown start, and one that runs has one', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        for (const { bench, benchStartedAt, benchEndedAt } of states(steps)) {
          expect(benchStartedAt !== null || benchEndedAt !== null).toBe(bench !== 'notStarted');
          if (bench === 'running') expect([benchStartedAt === null, benchEndedAt]).toEqual([false, null]);
        }
      }),
    );
  });

  test('an error is there exactly when the last run failed', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        for (const { bench, benchError } of states(steps)) expect(benchError !== null).toBe(bench === 'failed');
      }),
    );
  });

  test('a new start forgets what the last run came to', () => {
    expect(after('start', 'success', 'reseal', 'ship', 'start')).toEqual(after('start'));
  });
});
