import { describe, expect, test } from 'vitest';
import { benchWarningsOf } from '../../../src/shared/bench/benchWarning.ts';
import { benchWarningSentence } from '../../../src/shared/bench/benchWarningWords.ts';
import { hasExpired, resealBeforeExpiry } from '../../../src/shared/bench/expiry.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';

const ended = readyDevice({
  bench: 'succeeded',
  benchEndedAt: '2026-08-31T10:00:00.000Z',
  reseal: 'shipped',
  shippedAt: '2026-08-31T12:00:00.000Z',
  microsoftReadAt: '2028-01-01T00:00:00.000Z',
});
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

describe('a device whose six months are over', () => {
  const over = at('2027-02-28T10:00:00.000Z');
  const shipped = readyDevice({ ...ended, resealedAt: '2026-08-31T11:00:00.000Z' });

  test('is not expired before Microsoft was asked whether it is in use', () => {
    expect(hasExpired({ ...shipped, microsoftReadAt: '2027-02-28T09:00:00.000Z' }, over)).toBe(false);
    expect(hasExpired({ ...shipped, microsoftReadAt: null }, over)).toBe(false);
  });

  test('is never expired while Intune shows it in use, and stops being so when that shows', () => {
    const inUse = { ...shipped, enrollment: 'enrolled', lastContactAt: '2026-10-01T10:00:00.000Z' } as const;
    expect(hasExpired(inUse, over)).toBe(false);
    expect(resealBeforeExpiry({ ...inUse, reseal: 'expired' }, over)).toBe('shipped');
  });

  test('is expired without asking where it never left the bench', () => {
    expect(hasExpired({ ...shipped, shippedAt: null, reseal: 'resealed', microsoftReadAt: null }, over)).toBe(true);
  });

  test('is never expired in a scenario without a technician flow', () => {
    const userDriven = { chosenScenario: 'userDriven' } as const;
    expect(hasExpired({ ...shipped, ...userDriven }, over)).toBe(false);
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
