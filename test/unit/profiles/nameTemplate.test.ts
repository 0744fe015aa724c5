import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDeviceName } from '../../../src/shared/assignment/deviceName.ts';
import { checkTemplate } from '../../../src/shared/profiles/nameTemplate.ts';

const queue = { devices: 50, longestSerialNumber: 'FBK-0000001' };

describe('a name template', () => {
  it.each(['PC-%SERIAL%', '%serial%', 'KIOSK-%RAND:3%', 'A%RAND:14%'])('may be %s', (template) => {
    expect(checkTemplate(template, queue)).toEqual([]);
  });

  it.each([
    ['OFFICE-%SERIAL%', { code: 'profiles.nameTooLong', longest: 18, serialNumber: 'FBK-0000001' }],
    ['OFFICE-%RAND:9%', { code: 'profiles.nameTooLong', longest: 16, serialNumber: null }],
    ['PC_%SERIAL%', { code: 'profiles.nameCharacters', characters: '_' }],
    ['%RAND:5%', { code: 'profiles.nameOnlyDigits' }],
    ['PC-%NUMBER:3%', { code: 'profiles.nameMacro', macro: '%NUMBER:3%' }],
    ['PC-%RAND%', { code: 'profiles.nameMacro', macro: '%RAND%' }],
    ['PC-%RAND:0%', { code: 'profiles.nameMacro', macro: '%RAND:0%' }],
    ['PC-ONE', { code: 'profiles.nameSameForAll' }],
    ['PC-%RAND:1%', { code: 'profiles.nameTooFewNumbers', names: 10, devices: 50 }],
    ['PC-100%', { code: 'profiles.nameCharacters', characters: '%' }],
  ])('is found wanting: %s', (template, problem) => {
    expect(checkTemplate(template, queue)).toContainEqual(problem);
  });

  it('a template without a finding makes names that Windows takes', () => {
    const part = fc.oneof(fc.constantFrom('%SERIAL%', '%RAND:2%', '%RAND:5%', '%X%'), fc.string({ maxLength: 6 }));
    const serial = fc.stringMatching(/^[A-Z0-9-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), serial, (parts, longestSerialNumber) => {
        const template = parts.join('');
        if (checkTemplate(template, { devices: 1, longestSerialNumber }).length > 0) return;
        const name = template
          .replaceAll(/%RAND:(\d+)%/gi, (_, digits: string) => '7'.repeat(Number(digits)))
          .replaceAll(/%SERIAL%/gi, `A${longestSerialNumber.slice(1)}`);
        expect(checkDeviceName(name)).toBeNull();
      }),
    );
  });
});
