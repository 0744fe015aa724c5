import { describe, expect, test } from 'vitest';
import { benchWarningsOf } from '../../../src/shared/bench/benchWarning.ts';
import { benchWarningSentence } from '../../../src/shared/bench/benchWarningWords.ts';
import { hasExpired } from '../../../src/shared/bench/expiry.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindow.ts';

const ended = { bench: 'succeeded', benchEndedAt: '2026-08-31T10:00:00.000Z', reseal: 'shipped' } as const;
const at = (time: string) => new Date(time);

describe('the two clocks after the technician flow', () => {
  test.each([
    ['90 minutes are not over', '2026-08-31T11:29:59.000Z', 'tooEarly'],
    ['90 minutes are over', '2026-08-31T11:30:00.000Z', 'open'],
    ['five months are over', '2027-01-31T10:00:00.000Z', 'closing'],
    ['six months are over, at the end of a shorter month', '2027-02-28T10:00:00.000Z', 'closed'],
  ])('%s', (_, now, state) => {
    expect(userFlowWindowOf(ended, at(now)).state).toBe(state);
  });

  test('do not run before a success, and stop when the user flow is done', () => {
    expect(userFlowWindowOf({ ...ended, bench: 'running' }, at('2026-08-31T11:00:00.000Z')).state).toBe('none');
    expect(userFlowWindowOf({ ...ended, reseal: 'userFlowDone' }, at('2028-01-01T00:00:00.000Z')).state).toBe('done');
  });

  test('expire a device once, and not before', () => {
    expect(hasExpired(ended, at('2027-02-28T09:59:59.000Z'))).toBe(false);
    expect(hasExpired(ended, at('2027-02-28T10:00:00.000Z'))).toBe(true);
    expect(hasExpired({ ...ended, reseal: 'expired' }, at('2027-02-28T10:00:00.000Z'))).toBe(false);
    expect(hasExpired({ ...ended, reseal: 'userFlowDone' }, at('2027-02-28T10:00:00.000Z'))).toBe(false);
  });
});

describe('what the technician is told about the clocks', () => {
  const warn = (step: 'userFlowDone' | 'ship' | 'reseal' | 'success', now: string) =>
    benchWarningsOf(step, userFlowWindowOf(ended, at(now)), at(now)).map((warning) =>
      benchWarningSentence(warning, neutralFormatter),
    );

  test('a user flow before 90 minutes is the first suspect for later trouble', () => {
    expect(warn('userFlowDone', '2026-08-31T10:42:00.000Z')).toEqual([expect.stringContaining('42 minutes')]);
  });
  test('a user flow after six months may lack certificates', () => {
    expect(warn('userFlowDone', '2027-03-15T10:00:00.000Z')).toEqual([expect.stringContaining('six months')]);
  });
  test('a device that leaves in its last month says how long the user has', () => {
    expect(warn('ship', '2027-02-26T10:00:00.000Z')).toEqual([expect.stringContaining('2 days')]);
    expect(warn('ship', '2027-02-28T09:00:00.000Z')).toEqual([expect.stringContaining('one day')]);
  });
  test('nothing is said while all is well', () => {
    expect(warn('userFlowDone', '2026-09-20T10:00:00.000Z')).toEqual([]);
    expect(warn('reseal', '2026-08-31T10:05:00.000Z')).toEqual([]);
    expect(warn('success', '2027-02-26T10:00:00.000Z')).toEqual([]);
  });
});
