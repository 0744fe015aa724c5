import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSecretText, looksLikeHash, shortened, withoutSecrets } from '../../../src/shared/intake/hashText.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';

const hash = inventedHash(inventedDevice(0));

test.each([
  ['as it stands', hash],
  ['cut', hash.slice(0, 300)],
  ['with quotes and blanks', `" ${hash.slice(0, 90)}\r\n ${hash.slice(90)}"`],
  ['in lower case', hash.toLowerCase()],
  ['whose plus signs became blanks', hash.replaceAll('B', ' ')],
])('a hash %s looks like one and is never shown', (_, text) => {
  expect(looksLikeHash(text)).toBe(true);
  expect(withoutSecrets(text)).toMatch(/^\(hidden: [\d,]+ characters\)$/);
});

test('the middle of a hash is no start of one, and is never shown either', () => {
  expect(looksLikeHash(hash.slice(200, 500))).toBe(false);
  expect(isSecretText(hash.slice(200, 500))).toBe(true);
});

test.each([
  '5CG1234567',
  'HP EliteBook 650 15.6 inch G10 Notebook PC',
  '00329-00000-0003-AA606',
  'T0G',
  'a tag of many words '.repeat(6),
  '',
])('%j is neither', (text) => {
  expect(looksLikeHash(text)).toBe(false);
  expect(withoutSecrets(text)).toBe(text);
});

/** Characters of payload and checksum; what follows is fill, which tells nothing. */
const content = 1_000;
const inPairs = (text: string): string => Buffer.from(text, 'latin1').toString('utf16le');
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => inPairs(text),
  (text) => Buffer.from(inPairs(text), 'utf16le').swap16().toString('utf16le'),
  (text) => encodeURIComponent(text),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text).toString('base64'),
  (text) => text.split('').reverse().join(''),
  (text) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/./g, (character) => `&#${character.charCodeAt(0)};`),
  ...[' ', '.', ', ', ';', '\n', '|', '…', '-'].flatMap((between) =>
    [4, 10, 40, 63].map(
      (every) => (text: string) => (text.match(new RegExp(`.{1,${every}}`, 'g')) ?? []).join(between),
    ),
  ),
];

test('eighty characters of a hash are hidden in any disguise', () => {
  const part = fc.record({
    disguise: fc.constantFrom(...disguises),
    from: fc.integer({ min: 0, max: content - 80 }),
    length: fc.integer({ min: 80, max: 400 }),
  });
  fc.assert(
    fc.property(part, ({ disguise, from, length }) => {
      expect(isSecretText(disguise(hash.slice(from, Math.min(content, from + length))))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  'VMware-56 4d 9a 3b 12 34 56 78-9a bc de f0 12 34 56 78',
  '0000_0000_0100_0000_EE34_C4BF_DB5B_62E6.',
  'LENOVO_MT_21HM_BU_Think_FM_ThinkPad L14 Gen 4',
  'Lenovo ThinkPad X1 Carbon Gen 11 (Intel Core i7-1365U, 32 GB RAM, 1 TB SSD, 14 inch) Business Edition',
  '中国上海市浦东新区世纪大道一百号环球金融中心三十二楼会议室旁边的打印机房间和储藏室',
  'annemarie.van-der-heijden-schmidt@research.department.contoso-subsidiary.example.com',
])('%j stays as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('any text can be looked at, and what is shown of it is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
      expect(shortened(text).length).toBeLessThanOrEqual(61);
    }),
  );
});
