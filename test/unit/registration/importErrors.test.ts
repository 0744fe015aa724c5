import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importErrorOf } from '../../../src/shared/registration/importErrors.ts';

describe('what an import error means', () => {
  test.each([
    ['by its name', 0, 'InvalidZtdHardwareHash', /Capture the hash again/],
    [
      'by its name before its code: 806 was seen with the name of 808',
      806,
      'ZtdDeviceAssignedToOtherTenant',
      /previous owner/,
    ],
    ['in the other spelling of the portal', 808, 'ZtdDeviceAssignedToAnotherTenant', /previous owner/],
    ['by its code where the name is missing', 802, null, /Capture the hash again/],
    ['by its code where the name is unknown', 814, 'SomethingNew', /old device object/],
    ['unknown: as it came', 899, 'ZtdNew', /ZtdNew, code 899/],
    ['of a profile that was deleted, by its code', 809, 'ZtdDeviceHasNoAssignedProfile', /does not exist any more/],
    ['of no profile at all, which has the same name', 815, 'ZtdDeviceHasNoAssignedProfile', /No deployment profile/],
    ['of that name alone', null, 'ZtdDeviceHasNoAssignedProfile', /No deployment profile/],
    ['of another machine than the registered one', 908, 'SerialNumberMismatch', /Deregister the device/],
    ['of an unregistered device, as the event log calls it', 807, 'ZtdDevicesNotRegistered', /check that a profile/],
    ['of a missing serial number: who can add it', 803, null, /import its hash again .* the maker or a repair shop/],
    ['without anything', null, null, /no reason given/],
  ])('%s', (_, code, name, sentence) => {
    expect(importErrorOf(code, name).message).toMatch(sentence);
  });

  test.each([
    [808, 'ZtdDeviceAssignedToOtherTenant', 'Microsoft’s error: 808 ZtdDeviceAssignedToOtherTenant.'],
    [0, 'ZtdDeviceAssignedToAnotherTenant', 'Microsoft’s error: 808 ZtdDeviceAssignedToAnotherTenant.'],
    [808, null, 'Microsoft’s error: 808.'],
    [0, 'StorageError', 'Microsoft’s error: StorageError.'],
  ])('and says its number beside its name: %s %s', (code, name, end) => {
    expect(importErrorOf(code, name).message.endsWith(end)).toBe(true);
  });

  test('an error that needs nobody is seen to by the program itself', () => {
    expect(importErrorOf(806, 'ZtdDeviceAlreadyAssigned').next).toBe('lookForDevice');
    expect(importErrorOf(0, 'StorageError').next).toBe('tryLater');
    expect(importErrorOf(808, null).next).toBe('nothing');
  });

  test('code and name always pass through as they came, and the message is never empty', () => {
    fc.assert(
      fc.property(fc.option(fc.integer()), fc.option(fc.string()), (code, name) => {
        const error = importErrorOf(code, name);
        return error.code === code && error.name === name && error.message.length > 20;
      }),
    );
  });
});
