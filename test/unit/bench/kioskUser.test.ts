import { expect, test } from 'vitest';
import { goGateFailures } from '../../../src/shared/bench/goGate.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const kiosk = {
  profileUsage: 'shared',
  profileAllowsPreProvisioning: false,
  assignedUser: null,
  registration: 'registered' as const,
  microsoftReadAt: '2026-11-22T11:00:00.000Z',
};
const findings = (change: object) => goGateFailures(readyDevice({ ...kiosk, ...change })).map(({ finding }) => finding);

test('a kiosk has no user where none is wished and Microsoft holds none', () => {
  expect(findings({ heldUser: null })).not.toContain('userIgnored');
});

test('a user whom somebody set in the portal counts, and so does one that is wished', () => {
  expect(findings({ heldUser: 'ada@contoso.example' })).toContain('userIgnored');
  expect(findings({ heldUser: null, assignedUser: 'ada@contoso.example' })).toContain('userIgnored');
});
