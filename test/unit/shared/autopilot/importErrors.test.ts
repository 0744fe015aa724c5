import { expect, test } from 'vitest';
import { importErrorOf } from '../../../../src/shared/autopilot/importErrors.ts';

test.each([
  [801, 'InvalidZtdRequestBody', 'Try again'],
  [802, 'InvalidZtdHardwareHash', 'Capture the hash again'],
  [803, 'MissingZtdSerialNumberAndProductKey', 'serial number'],
  [806, 'ZtdDeviceAlreadyAssigned', 'in this tenant'],
  [807, 'ZtdDeviceIsNotRegistered', 'does not hold'],
  [808, 'ZtdDeviceAssignedToOtherTenant', 'must deregister it first'],
  [808, 'ZtdDeviceAssignedToAnotherTenant', 'must deregister it first'],
  [809, 'ZtdProfileIsNotRegistered', 'profile'],
  [810, 'ZtdProfileAssignedToOtherTenant', 'Microsoft support'],
  [811, 'ZtdDeviceRegisteredByOtherTenant', 'partner'],
  [812, 'ZtdDeviceNotFound', 'Capture its hardware hash'],
  [813, 'ZtdDeviceIsNotUnique', 'more than one device'],
  [814, 'ZtdDeviceAlreadyAadRegistered', 'administrator'],
  [819, 'ZtdDeviceDuplicated', 'twice'],
  [0, 'StorageError', 'later'],
  [0, 'HashNot4k', 'Capture it again'],
])('%i %s says what happened and what to do', (code, name, words) => {
  const error = importErrorOf(code, name);
  expect(error).toMatchObject({ code, name });
  expect(error.message).toContain(words);
  expect(error.message).toMatch(/\. [A-Z].*\.$/);
});

test('the name goes before the code, because the two have been seen to disagree', () => {
  expect(importErrorOf(806, 'ZtdDeviceAssignedToOtherTenant').message).toContain('another organisation');
});

test('the code helps where the name is new or missing, in whatever case the name is written', () => {
  expect(importErrorOf(808, null).message).toContain('another organisation');
  expect(importErrorOf(808, 'ZtdSomethingNew').message).toContain('another organisation');
  expect(importErrorOf(null, 'ztddevicenotfound').message).toContain('no hash');
});

test('an error that nobody knows passes through with its code and name', () => {
  expect(importErrorOf(899, 'ZtdMoonPhase').message).toContain('ZtdMoonPhase, code 899');
});

test('only what heals by itself is tried again, and only what may be registered is looked for', () => {
  expect(importErrorOf(0, 'StorageError').next).toBe('tryLater');
  expect(importErrorOf(806, 'ZtdDeviceAlreadyAssigned').next).toBe('lookForDevice');
  expect(importErrorOf(808, 'ZtdDeviceAssignedToOtherTenant').next).toBe('nothing');
});
