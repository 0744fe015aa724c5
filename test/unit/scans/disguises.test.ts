import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSerial } from '../../../src/shared/devices/foldSerial.ts';
import { undoKeyboardLayouts, type KeyboardLayout } from '../../../src/shared/scans/keyboardLayouts.ts';
import { invertLetterCase } from '../../../src/shared/scans/letterCase.ts';
import { readCode, readScan } from '../../../src/shared/scans/readScan.ts';
import { typedThrough } from './typedThrough.ts';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
/** Serial numbers as makers print them. */
const serialNumber = fc.oneof(
  fc.stringMatching(/^[1-9A-Z][0-9A-Z]{5}[0-9]$/),
  fc.stringMatching(/^5C[DG][0-9]{4}[0-9A-Z]{3}$/),
  fc.stringMatching(/^PF[0-9][0-9A-Z]{5}$/),
  fc.stringMatching(/^00[0-9]{9}[1-9]$/),
  fc.stringMatching(/^1S[0-9]{2}[A-Z]{2}CTO1WWPF[0-9]{6}$/),
  fc.stringMatching(/^[A-Z]{2}[0-9]{2}-[0-9]{4}$/),
);
const vmware = fc
  .array(hex(2), { minLength: 16, maxLength: 16 })
  .map((bytes) => `VMware-${bytes.slice(0, 8).join(' ')}-${bytes.slice(8).join(' ')}`);
const landing = fc.record({
  Version: fc.constant('1.0.0'),
  Id: fc.uuid(),
  ZtdId: fc.uuid(),
  PKID: fc.constant(''),
  SerialNumber: fc.oneof(serialNumber, vmware, fc.constant('')),
  SequenceBlockNumber: fc.constant(1),
  TotalBlocks: fc.constant(1),
});
const result = fc.record({
  Result: fc.constantFrom('Success', 'Failure', 'Timeout'),
  ElapsedTimeMilliseconds: fc.oneof(fc.integer({ min: -5, max: 86_400_001 }), fc.constant(null)),
});
const autopilotCode = fc.oneof(
  landing.map((members) => JSON.stringify(members)),
  fc.tuple(landing, result).map(([members, outcome]) => JSON.stringify({ ...members, ...outcome })),
  landing.map((BlockSequence) => `Data to encode${JSON.stringify({ BlockSequence })}`),
);
const deviceLink = fc
  .tuple(serialNumber, fc.stringMatching(/^H4sIA[0-9A-Za-z]{8,20}$/))
  .map(([serial, data]) => `deviceLink:/1/?sn=${serial}&data=${data}%3D`);
const plainCode = fc.oneof(
  serialNumber,
  vmware,
  fc.stringMatching(/^33[0-9]{11}$/),
  fc.stringMatching(/^[0-9]{5}-[0-9]{5}-[0-9]{5}-AA[0-9]{3}$/),
);

const folded = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.toUpperCase(),
  invertLetterCase,
);
const sent = fc
  .record({
    aim: fc.constantFrom('', ']Q1', ']C0', ']d2'),
    around: fc.constantFrom(['', ''], ['\u0002', '\u0003'], ['\u001d', ''], ['<GS>', '<CR>'], ['␝', '␍'], ['', '\r\n']),
    between: fc.constantFrom(null, '', ' ', '\r', '\n'),
  })
  .map(({ aim, around: [before = '', after = ''], between }) => (text: string) => {
    const once = `${before}${aim}${text}${after}`;
    return between === null ? once : `${once}${between}${once}`;
  });
const labelled = fc.constantFrom(
  (text: string) => text,
  (text: string) => `*${text}*`,
);
const named = fc.constantFrom(
  ...['', 'S/N: ', 'SN:', 'Serial: ', 'Serial Number ', 'SERIAL NO. ', 'Service Tag: ', '(S)'].map(
    (words) => (text: string) => `${words}${text}`,
  ),
);
const layout = fc.constantFrom<KeyboardLayout | null>(null, 'de', 'fr', 'uk', 'es', 'it');
const typed = (through: KeyboardLayout | null, text: string): string =>
  through === null ? text : typedThrough(through, text);

/** What a reading says of the device; labels do not tell whether letters were small or capitals. */
function meaningOf(text: string) {
  const { scan, code } = readCode(text);
  const { kind, ztdId, serialNumber: serial, result: outcome, elapsedMs, issues, repairs } = scan;
  const undone = repairs.map((repair) => `scan.${repair.replace(/:.*/, '')}`);
  return {
    kind,
    ztdId,
    serialNumber: foldSerial(serial),
    outcome,
    elapsedMs,
    productKeyId: kind === 'product-key-id' ? code : null,
    said: issues.map((issue) => issue.code).filter((issue) => !undone.includes(issue)),
  };
}

describe('however a scanner disguises a code, it reads like the clean one', () => {
  test('the codes of the Autopilot pages', () => {
    fc.assert(
      fc.property(autopilotCode, folded, sent, layout, (code, fold, send, through) => {
        expect(meaningOf(typed(through, send(fold(code))))).toEqual(meaningOf(code));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a DeviceLink, of which one letter case alone leaves nothing to use', () => {
    fc.assert(
      fc.property(deviceLink, folded, sent, layout, (code, fold, send, through) => {
        const reading = meaningOf(typed(through, send(fold(code))));
        const isLost = fold(code) === code.toLowerCase() || fold(code) === code.toUpperCase();
        if (isLost)
          expect(reading).toMatchObject({ kind: 'unknown', serialNumber: '', said: ['scan.devicelink-case'] });
        else expect(reading).toEqual(meaningOf(code));
      }),
      { numRuns: 500 },
    );
  });

  test('serial numbers and product key IDs', () => {
    fc.assert(
      fc.property(plainCode, folded, labelled, sent, (code, fold, label, send) => {
        expect(meaningOf(send(label(fold(code))))).toEqual(meaningOf(code));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a serial number with the words of its label', () => {
    fc.assert(
      fc.property(serialNumber, folded, named, labelled, sent, (code, fold, name, label, send) => {
        expect(meaningOf(send(label(fold(name(code)))))).toMatchObject({
          kind: 'serial',
          serialNumber: foldSerial(code),
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

test('nothing is read that does not stand in the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('{', '}', '"ZtdId":', '"SerialNumber":', '"Result":', '"', ',', ':', '"Success"', '"failure"', '*'),
    fc.constantFrom(
      'deviceLink:/1/?sn=',
      '&data=',
      ']Q1',
      'S/N: ',
      '<GS>',
      '[)>',
      '06',
      '\u001d',
      ' ',
      'Ü',
      'Ä',
      'ß',
      '(S)',
    ),
    fc.uuid().map((id) => `"${id}"`),
    serialNumber,
    fc.string({ maxLength: 6 }),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.tuple(autopilotCode, fc.nat(), fc.string({ maxLength: 3 })).map(([code, at, more]) => {
      const place = at % code.length;
      return code.slice(0, place) + more + code.slice(place + more.length);
    }),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const { ztdId, serialNumber: serial, result: outcome } = readScan(raw);
      const typings = [raw, ...[...undoKeyboardLayouts(raw)].map(({ text: undone }) => undone)];
      const seen = typings.map((typing) => typing.replaceAll(/[\u0000-\u001f]|<GS>/gi, '').toLowerCase());
      const stands = (value: string) => seen.some((typing) => typing.includes(value.toLowerCase()));
      const decoded = seen.some((typing) => typing.includes('%') || typing.includes('\\'));
      if (ztdId !== null) expect(decoded || stands(ztdId)).toBe(true);
      if (serial !== null) expect(decoded || stands(serial)).toBe(true);
      if (outcome !== null) expect(decoded || stands(`"${outcome}"`)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
