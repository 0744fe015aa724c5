import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, readScan } from '../../../src/shared/scans/readScan.ts';
import { scan as scanSchema } from '../../../src/shared/scans/scan.ts';
import { SCAN_ISSUES } from '../../../src/shared/scans/scanIssues.ts';
import { typedThrough } from './typedThrough.ts';

const ztdId = '6d8d8a5e-1b2c-4d3e-9f40-5a6b7c8d9e0f';
const landing = {
  Version: '1.0.0',
  Id: '11111111-2222-4333-8444-555555555555',
  ZtdId: ztdId,
  PKID: '',
  SerialNumber: 'CB14-0001',
  SequenceBlockNumber: 1,
  TotalBlocks: 1,
};
const landingText = JSON.stringify(landing);
const resultText = (Result: unknown, ElapsedTimeMilliseconds: unknown = 1_834_221): string =>
  JSON.stringify({ ...landing, Result, ElapsedTimeMilliseconds });
/** What is said of a code, without what had to be undone to read it. */
function codesOf(text: string): string[] {
  const { issues, repairs } = readScan(text);
  const undone = repairs.map((repair) => `scan.${repair.replace(/:.*/, '')}`);
  return issues.map(({ code }) => code).filter((code) => !undone.includes(code));
}

describe('the code of the pre-provisioning page', () => {
  const expected = {
    kind: 'autopilot',
    ztdId,
    serialNumber: 'CB14-0001',
    result: null,
    elapsedMs: null,
    initials: null,
    shelf: null,
    repairs: [],
    issues: [],
  };

  test('holds the ZTDID and the serial number', () => {
    expect(readScan(landingText)).toEqual(expected);
  });

  test.each([
    ['members in any order', JSON.stringify(Object.fromEntries(Object.entries(landing).reverse()))],
    ['names in any letter case', landingText.replace('"ZtdId"', '"ZTDID"').replace('"SerialNumber"', '"serialnumber"')],
    ['a ZTDID in braces and capitals', landingText.replace(ztdId, `{${ztdId.toUpperCase()}}`)],
    ['no version, as before 2019', JSON.stringify({ ...landing, Version: undefined })],
    ['BlockSequence, as before 2019', JSON.stringify({ BlockSequence: landing })],
    ['"Data to encode" in front, as in 2018', `Data to encode{ "BlockSequence": ${landingText}}`],
    ['a line end behind it', `${landingText}\r\n`],
  ])('is read with %s', (_, text) => {
    expect(readScan(text)).toEqual(expected);
  });

  test('may lack the serial number, and keeps blanks inside it', () => {
    expect(readScan(JSON.stringify({ ...landing, SerialNumber: '' })).serialNumber).toBeNull();
    const vmware = 'VMware-56 4d 0a 1b 2c 3d 4e 5f-60 71 82 93 a4 b5 c6 d7';
    expect(readScan(JSON.stringify({ ...landing, SerialNumber: vmware })).serialNumber).toBe(vmware);
  });

  test.each([
    [
      'is refused where it is a part of several',
      { TotalBlocks: 2 },
      { kind: 'autopilot', ztdId: null },
      'scan.partial',
    ],
    [
      'is refused as a result too',
      { TotalBlocks: 2, Result: 'Success' },
      { kind: 'autopilot-result', result: null },
      'scan.partial',
    ],
    ['without a ZTDID says so', { ZtdId: '' }, { ztdId: null, serialNumber: 'CB14-0001' }, 'scan.ztdid-missing'],
    [
      'with a ZTDID of zeros says so',
      { ZtdId: '00000000-0000-0000-0000-000000000000' },
      { ztdId: null },
      'scan.ztdid-missing',
    ],
    ['of an unknown version is read with a warning', { Version: '2.0.0' }, { ztdId }, 'scan.version'],
  ])('%s', (_, changes, expectedScan, code) => {
    const text = JSON.stringify({ ...landing, ...changes });
    expect(readScan(text)).toMatchObject(expectedScan);
    expect(codesOf(text)).toEqual([code]);
  });
});

describe('the code of the result page', () => {
  test.each([
    ['Success', 'success'],
    ['Failure', 'failure'],
    ['success', 'success'],
    ['FAILURE', 'failure'],
  ])('%j is a %s', (written, result) => {
    expect(readScan(resultText(written))).toMatchObject({
      kind: 'autopilot-result',
      ztdId,
      result,
      elapsedMs: 1_834_221,
    });
  });

  test.each(['Timeout', 7, 'Succes', '', {}, 'Failure?'])(
    '%j is neither success nor failure, and is said as it came',
    (written) => {
      expect(readScan(resultText(written))).toMatchObject({ kind: 'autopilot-result', ztdId, result: null });
      expect(codesOf(resultText(written))).toEqual(['scan.result-unknown']);
      expect(readScan(resultText(written)).issues[0]?.message).toContain(
        typeof written === 'string' ? `“${written}”` : JSON.stringify(written),
      );
    },
  );

  test('no result is not a failure', () => {
    expect(readScan(resultText(null))).toMatchObject({ kind: 'autopilot', result: null });
  });

  test.each([1, 86_400_000])('an elapsed time of %i ms is believed', (elapsed) => {
    expect(readScan(resultText('Success', elapsed))).toMatchObject({ elapsedMs: elapsed, issues: [] });
  });

  test.each([0, -1, 86_400_001, -1_700_000_000_000, 1_700_000_000_000, null, '5'])(
    'an elapsed time of %j is left out',
    (elapsed) => {
      expect(readScan(resultText('Success', elapsed))).toMatchObject({ result: 'success', elapsedMs: null });
      expect(codesOf(resultText('Success', elapsed))).toEqual(['scan.elapsed']);
    },
  );
});

describe('every other code gets its own answer', () => {
  test.each([
    ['a serial number', 'CB14-0001', 'serial', 'CB14-0001', []],
    ['a serial number in small letters, which no label prints', '5cg1234567', 'serial', '5CG1234567', []],
    ['a serial number in both cases', '5cG1234567', 'serial', '5cG1234567', []],
    ['a serial number of letters', 'JKLMNPQ', 'serial', 'JKLMNPQ', []],
    [
      'a serial number of VMware',
      'VMware-56 4d 0a 1b 2c 3d 4e 5f-60 71 82 93 a4 b5 c6 d7',
      'serial',
      'VMware-56 4d 0a 1b 2c 3d 4e 5f-60 71 82 93 a4 b5 c6 d7',
      [],
    ],
    ["Lenovo's 1S code", '1S20XXCTO1WWPF000001', 'serial', '1S20XXCTO1WWPF000001', ['scan.lenovo']],
    ['a DeviceLink', 'deviceLink:/1/?sn=CB14-0001&data=H4sIAAAA%2B%3D', 'devicelink', 'CB14-0001', []],
    ['a DeviceLink with an encoded serial number', 'deviceLink:/1/?data=H4sI&sn=A%20B', 'devicelink', 'A B', []],
    ['a DeviceLink with a stray percent sign', 'deviceLink:/1/?sn=A%ZZ&data=x', 'devicelink', 'A%ZZ', []],
    ['a DeviceLink without a serial number', 'deviceLink:/1/?data=H4sI', 'devicelink', null, ['scan.no-serial-number']],
    ['a product key ID', '3300000000001', 'product-key-id', null, ['scan.product-key-id']],
    ['a Windows product ID', '00329-00000-0003-AA606', 'product-key-id', null, ['scan.product-key-id']],
    ['a GUID', `{${ztdId.toUpperCase()}}`, 'guid', null, ['scan.guid']],
    ['an asset label', 'https://assets.contoso.com/hardware/12', 'url', null, ['scan.url']],
    ['a web address without a scheme', 'www.contoso.com/a', 'url', null, ['scan.url']],
    ['a hardware hash', `T0GD${'AbC1'.repeat(60)}`, 'unknown', null, ['scan.hardware-hash']],
    ['a product key', 'ABCDE-FGHJK-LMNPQ-RSTVW-XY123', 'unknown', null, ['scan.product-key']],
    ['the bar code of the shop', ']E04006381333931', 'unknown', null, ['scan.retail-code']],
    ['the bar code of the shop without its kind', '4006381333931', 'unknown', null, ['scan.retail-code']],
    ['a UPC with a zero in front', '0036000291452', 'unknown', null, ['scan.retail-code']],
    ['a UPC, which may be a serial number', '036000291452', 'serial', '036000291452', ['scan.like-retail-code']],
    ['thirteen digits of neither', '4006381333930', 'product-key-id', null, ['scan.product-key-id']],
    ['an IMEI', '490154203237518', 'unknown', null, ['scan.imei']],
    ['an IMEI with its name', 'IMEI1: 490154203237518', 'unknown', null, ['scan.imei']],
    ['fifteen digits that are no IMEI', '490154203237519', 'serial', '490154203237519', []],
    ['an Express Service Code of Dell', '36506190601', 'serial', '36506190601', ['scan.express-service-code']],
    ['an Express Service Code as printed', '365 061 906 01', 'serial', 'GRQUCY1', ['scan.express-service-code']],
    ['a number too small for a service tag', '1234567890', 'serial', '1234567890', []],
    ['a serial number that may be marked', 'SCB14-0001', 'serial', 'SCB14-0001', ['scan.like-marked']],
    ['a serial number that is marked by 1S', '1SCB14-0001', 'serial', '1SCB14-0001', ['scan.like-marked']],
    ['several fields without a mark', 'CB14\u001dCB14-0001', 'unknown', null, ['scan.several-fields']],
    [
      'two fields that are both marked',
      '[)>\u001e06\u001dSCB14-0001\u001dSCB14-0002',
      'unknown',
      null,
      ['scan.several-fields'],
    ],
    [
      'the field that is marked among several',
      '[)>\u001e06\u001d1PCB14\u001dSCB14-0001\u001e\u0004',
      'serial',
      'CB14-0001',
      [],
    ],
    ['the same where separators can be seen', '[)><RS>06<GS>1PCB14<GS>SCB14-0001<RS><EOT>', 'serial', 'CB14-0001', []],
    ['the same without the envelope', '1PCB14␝SCB14-0001', 'serial', 'CB14-0001', []],
    [
      'a DeviceLink in small letters',
      'devicelink:/1/?sn=cb14-0001&data=h4siaaaa',
      'unknown',
      null,
      ['scan.devicelink-case'],
    ],
    [
      'a DeviceLink in capitals',
      'DEVICELINK:/1/?SN=CB14-0001&DATA=H4SIAAAA',
      'unknown',
      null,
      ['scan.devicelink-case'],
    ],
    ['other JSON', '{"serial":"CB14-0001"}', 'unknown', null, ['scan.unreadable']],
    ['broken JSON', '{"ZtdId":"6d8d8a5e', 'unknown', null, ['scan.unreadable']],
    ['a sentence', 'hello world', 'unknown', null, ['scan.unreadable']],
    ['a sharp s, which is no two capitals but a German dash', '06ß1x', 'serial', '06-1X', []],
    ['a word', 'hello', 'unknown', null, ['scan.unreadable']],
    ['nothing', ' \r\n', 'unknown', null, ['scan.empty']],
    ['more than a code can hold', 'A1'.repeat(5000), 'unknown', null, ['scan.unreadable']],
  ])('%s', (_, text, kind, serialNumber, codes) => {
    expect(readScan(text)).toMatchObject({ kind, serialNumber, ztdId: null, result: null, elapsedMs: null });
    expect(codesOf(text)).toEqual(codes);
  });
});

describe('what a scanner does to a code is undone', () => {
  test.each([
    ['an AIM prefix of a QR code', `]Q1${landingText}`, 'autopilot', ['aim-prefix']],
    ['an AIM prefix of Code 128', ']C0CB14-0001', 'serial', ['aim-prefix']],
    ['start and end of transmission', `\u0002${landingText}\u0003`, 'autopilot', ['control-characters']],
    ['a carriage return', 'CB14-0001\r', 'serial', ['control-characters']],
    ['a group separator that can be seen', '<GS>CB14-0001', 'serial', ['visible-controls']],
    ['a trigger held too long', `${landingText}${landingText}`, 'autopilot', ['doubled']],
    ['a serial number sent three times', 'CB14-0001 CB14-0001 CB14-0001', 'serial', ['doubled']],
    ['the stars of Code 39', '*CB14-0001*', 'serial', ['code-39-frame']],
    ['words of the label', 'S/N: CB14-0001', 'serial', ['label-words']],
    ['words without a colon', 'Serial No CB14-0001', 'serial', ['label-words']],
    ['a data identifier in brackets', '(1S)CB14-0001', 'serial', ['data-identifier']],
    ['several of these at once', '*Service Tag: cb14-0001*', 'serial', ['code-39-frame', 'label-words', 'letter-case']],
    ['a French keyboard, even for a serial number', "CB&')ààà&", 'serial', ['keyboard-layout:fr']],
    ['a group separator in front', '\u001d]C1CB14-0001', 'serial', ['control-characters', 'aim-prefix']],
  ])('%s', (_, text, kind, repairs) => {
    expect(readScan(text)).toMatchObject({ kind, serialNumber: 'CB14-0001', repairs });
    expect(codesOf(text)).toEqual([]);
  });

  test('Caps Lock', () => {
    const inverted = resultText('Success').replace(/[a-z]/gi, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const { issues, ...told } = readScan(resultText('Success'));
    expect(readScan(inverted)).toMatchObject({ ...told, repairs: ['caps-lock'] });
    expect([codesOf(inverted), issues]).toEqual([[], []]);
  });

  const layout = fc.constantFrom('de' as const, 'fr' as const, 'uk' as const, 'es' as const, 'it' as const);
  const serialNumber = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{3,12}$/);

  test('a code typed through another keyboard layout reads the same', () => {
    const typed = fc.record({ layout, serialNumber, id: fc.uuid(), elapsed: fc.integer({ min: 1, max: 86_400_000 }) });
    fc.assert(
      fc.property(typed, ({ layout, serialNumber, id, elapsed }) => {
        const text = JSON.stringify({
          ...landing,
          SerialNumber: serialNumber,
          ZtdId: id,
          Result: 'Success',
          ElapsedTimeMilliseconds: elapsed,
        });
        expect(readScan(typedThrough(layout, text))).toMatchObject({
          kind: 'autopilot-result',
          ztdId: id,
          serialNumber,
          result: 'success',
          elapsedMs: elapsed,
          repairs: [`keyboard-layout:${layout}`],
          issues: [{ code: 'scan.keyboard-layout', severity: 'info' }],
        });
      }),
    );
  });

  test.each(['de', 'fr', 'es', 'it'] as const)('a DeviceLink typed through the layout %s reads the same', (layout) => {
    expect(readScan(typedThrough(layout, 'deviceLink:/1/?sn=AYZ-0001&data=H4sI'))).toMatchObject({
      kind: 'devicelink',
      serialNumber: 'AYZ-0001',
      repairs: [`keyboard-layout:${layout}`],
    });
  });

  test('a product key ID typed on a French keyboard is one all the same', () => {
    expect(readCode(typedThrough('fr', '3355683689423'))).toMatchObject({
      scan: { kind: 'product-key-id', repairs: ['keyboard-layout:fr'] },
      code: '3355683689423',
    });
  });

  test('a prefix typed through another layout is taken off as well', () => {
    expect(readScan(typedThrough('de', `]Q1${landingText}`))).toMatchObject({
      kind: 'autopilot',
      ztdId,
      repairs: ['aim-prefix', 'keyboard-layout:de'],
    });
  });
});

test('no text is too strange, and every answer has the shape that the doors promise', () => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '"ZtdId"', ':', 'null', '[', 'deviceLink:', '%', ']Q1', 'Ü', 'Ä', '\u0002', ztdId, ' '),
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    pieces.map((parts) => parts.join('')),
    fc.json(),
    fc.json().map((json) => `{"ZtdId":${json}}`),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(scanSchema.parse(readScan(text))).toEqual(readScan(text));
    }),
    { numRuns: 2000 },
  );
});

test('every issue code is explained in one line', () => {
  for (const { meaning } of Object.values(SCAN_ISSUES)) expect(meaning).toMatch(/^[^\n]+\.$/);
});
