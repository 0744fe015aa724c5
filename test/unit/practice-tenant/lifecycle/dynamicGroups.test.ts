import { describe, expect, test } from 'vitest';
import { isInDynamicGroup } from '../../../../src/main/practice-tenant/lifecycle/dynamicGroups.ts';

const groupWith = (membershipRule: string | null) => ({ membershipRule });

describe('a dynamic group', () => {
  test.each([
    ['(device.devicePhysicalIDs -any (_ -startsWith "[ZTDID]"))', true],
    ['(device.devicePhysicalIds -any (_ -eq "[OrderID]:Kiosk"))', true],
    ['(device.devicePhysicalIds -any (_ -eq "[OrderID]:KIOSK"))', true],
    ['(device.devicePhysicalIds -any (_ -eq "[OrderID]:Kios"))', false],
    ['(device.devicePhysicalIds -any (_ -startsWith "[OrderID]:Kios"))', true],
    ['(device.devicePhysicalIds -any (_ -eq "[orderid]:Kiosk"))', false],
    ['(user.department -eq "Depot")', false],
    [null, false],
  ])('with the rule %s: member %s', (rule, expected) => {
    expect(isInDynamicGroup(groupWith(rule), { id: 'ztd-1', groupTag: 'Kiosk' })).toBe(expected);
  });

  test('by tag does not hold a device without a tag', () => {
    const rule = '(device.devicePhysicalIds -any (_ -startsWith "[OrderID]"))';
    expect(isInDynamicGroup(groupWith(rule), { id: 'ztd-1', groupTag: '' })).toBe(false);
  });
});
