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
    ['without anything', null, null, /no reason given/],
  ])('%s', (_, code, name, sentence) => {
    expect(importErrorOf(code, name).message).toMatch(sentence);
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
