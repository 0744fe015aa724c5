import { describe, expect, test } from 'vitest';
import { checkDeviceName } from '../../../src/shared/assignment/deviceName.ts';
import { checkGroupTag } from '../../../src/shared/assignment/groupTag.ts';
import { isPlaceholder } from '../../../src/shared/intake/placeholderSerials.ts';
import { checkUserPrincipalName } from '../../../src/shared/assignment/userPrincipalName.ts';

describe('a device name', () => {
  test.each(['BENCH-01', 'A', '123456789012345'.replace('1', 'a')])('may be %s', (name) => {
    expect(checkDeviceName(name)).toBeNull();
  });

  test.each([
    ['', 'deviceName.empty'],
    ['ABCDEFGHIJKLMNOP', 'deviceName.length'],
    ['BENCH 01', 'deviceName.characters'],
    ['BÄNCH', 'deviceName.characters'],
    ['BENCH_01', 'deviceName.characters'],
    ['12345', 'deviceName.digits'],
  ])('%j is refused', (name, code) => {
    expect(checkDeviceName(name)).toMatchObject({ code, severity: 'error' });
  });
});

describe('a group tag', () => {
  test.each(['', 'Kiosk', 'Depot 7; north', 'x'.repeat(128)])('may be %j', (tag) => {
    expect(checkGroupTag(tag)).toBeNull();
  });

  test.each([
    ['x'.repeat(129), 'groupTag.length', 'error'],
    ['Kiosk, north', 'groupTag.characters', 'error'],
    ['"Kiosk"', 'groupTag.characters', 'error'],
    ['Kiosk\nnorth', 'groupTag.characters', 'error'],
    [' Kiosk', 'groupTag.blanks', 'warning'],
  ])('%j is questioned', (tag, code, severity) => {
    expect(checkGroupTag(tag)).toMatchObject({ code, severity });
  });
});

describe('a user principal name', () => {
  test.each(['ada@contoso.com', "o'neil.x_1-2@sub.contoso.co.uk", 'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com'])(
    'may be %s',
    (name) => {
      expect(checkUserPrincipalName(name)).toBeNull();
    },
  );

  test.each([
    ['ada', 'userPrincipalName.shape'],
    ['@contoso.com', 'userPrincipalName.shape'],
    ['ada@contoso', 'userPrincipalName.shape'],
    ['ada@@contoso.com', 'userPrincipalName.shape'],
    ['ada@-contoso.com', 'userPrincipalName.shape'],
    ['ada@contoso.com ', 'userPrincipalName.shape'],
    ['CONTOSO\\ada@contoso.com', 'userPrincipalName.characters'],
    ['ada b@contoso.com', 'userPrincipalName.characters'],
    ['ada.@contoso.com', 'userPrincipalName.characters'],
    [`${'a'.repeat(65)}@contoso.com`, 'userPrincipalName.length'],
  ])('%j is refused', (name, code) => {
    expect(checkUserPrincipalName(name)).toMatchObject({ code, severity: 'error' });
  });
});

describe('a placeholder', () => {
  test.each([
    'To be filled by O.E.M.',
    'DEFAULT STRING',
    'SMBIOS_STRING_INDEX_0',
    'System Serial Number',
    '0000000',
    '  ',
  ])('is %j', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each(['CB14-0001', '00000001', 'Contoso'])('is not %j', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});
