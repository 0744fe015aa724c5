import { describe, expect, test } from 'vitest';
import { outcomeBySerial } from '../../../../src/main/practice-tenant/lifecycle/serialRules.ts';

describe('the outcome of an import', () => {
  test.each([
    ['5CG1234567', null],
    ['abc-othertenant-1', { kind: 'error', code: 808, name: 'ZtdDeviceAssignedToOtherTenant' }],
    ['ZTD813-1', { kind: 'error', code: 813, name: 'ZtdDeviceIsNotUnique' }],
    ['ZTD907', { kind: 'error', code: 907, name: 'ZtdPracticeError907' }],
    ['STUCK-1', { kind: 'stuck' }],
  ])('of %s is decided by its serial number: %j', (serialNumber, outcome) => {
    expect(outcomeBySerial(serialNumber, [])).toEqual(outcome);
  });

  test('follows a rule of its own before the standing ones', () => {
    const rule = { contains: 'other', outcome: { kind: 'stuck' as const } };
    expect(outcomeBySerial('OTHERTENANT', [rule])).toEqual({ kind: 'stuck' });
  });
});
