import { expect, test } from 'vitest';
import type { BenchRun } from '../../../src/shared/bench/benchRun.ts';
import { reportedPhaseOf, runWithoutPhase } from '../../../src/shared/bench/reportedPhase.ts';

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
const reported = {
  deviceSetupStatus: 'failure',
  accountSetupStatus: 'notAttempted',
  deploymentStartedAt: at(10),
  deploymentEndedAt: at(11),
};
const run = (change: Partial<BenchRun> = {}): BenchRun => ({
  id: 'f0000000-0000-4000-8000-000000000000',
  startedAt: at(10),
  endedAt: at(12),
  result: 'failed',
  elapsedMs: null,
  errorCode: null,
  phase: null,
  overrideReason: null,
  technician: 'AB',
  ...change,
});

test.each<[string, Partial<typeof reported>, string | null]>([
  ['device setup', {}, 'deviceSetup'],
  ['account setup', { deviceSetupStatus: 'success', accountSetupStatus: 'failure' }, 'accountSetup'],
  ['nothing', { deviceSetupStatus: 'notAttempted' }, null],
  ['a word that is new to us', { deviceSetupStatus: 'dancing' }, null],
])('the report names %s', (_, change, phase) => {
  expect(reportedPhaseOf({ ...reported, ...change })).toBe(phase);
});

test.each<[string, Partial<BenchRun>, Partial<typeof reported>, boolean]>([
  ['the run that failed meanwhile', {}, {}, true],
  ['no run that ended before', { endedAt: at(9), startedAt: at(8) }, {}, false],
  ['no run that began after', { startedAt: at(12), endedAt: at(13) }, {}, false],
  ['no run that succeeded', { result: 'succeeded' }, {}, false],
  ['no run of which a person said it', { phase: 'accountSetup' }, {}, false],
  ['no run that is not over', { endedAt: null, result: null }, {}, false],
  [
    'the run before, where the tenant’s clock runs ahead',
    {},
    { deploymentStartedAt: at(20), deploymentEndedAt: at(21) },
    true,
  ],
])('a row of the report is about %s', (_, change, told, isMeant) => {
  const kept = run(change);
  expect(runWithoutPhase([kept], { ...reported, ...told }, at(14))).toBe(isMeant ? kept : null);
});
