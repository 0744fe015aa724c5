import { describe, expect, test } from 'vitest';
import { codesOf, contentCharacters, hashOf, hashWithRecords, inspect } from './sampleDevice.ts';

const good = hashOf();
const content = contentCharacters(good);

/** A hash without fill whose base64 needs `equals` equals signs. */
function unfilled(equals: 0 | 1 | 2): string {
  for (let size = 0; size < 3; size++) {
    const hash = hashWithRecords((records) => [...records, { type: 99, data: new Uint8Array(size).fill(7) }], 0);
    if (hash.length - hash.replaceAll('=', '').length === equals) return hash;
  }
  throw new Error('One of three lengths has to fit.');
}

function wrapped(hash: string, lineEnd: string): string {
  return (hash.match(/.{1,75}/g) ?? []).join(lineEnd);
}

/** A hash whose checksum ends in a zero byte, so that its last character is an `A` that counts. */
function endingInA(): string {
  for (let serial = 0; ; serial++) {
    const hash = hashWithRecords((records) => [...records, { type: 99, data: Buffer.from(String(serial)) }], 0);
    if (/[^A]A$/.test(hash)) return hash;
  }
}

describe('what is safe to mend is mended, named, and leaves the hash valid', () => {
  test.each([
    ['one equals sign is missing', unfilled(1).replace('=', ''), ['padding']],
    ['two equals signs are missing', unfilled(2).replaceAll('=', ''), ['padding']],
    ['an equals sign too many', `${good}=`, ['padding']],
    ['three equals signs', `${good}===`, ['padding']],
    ['an A too many', `${good}A`, ['trailing-a']],
    ['an A too few', good.slice(0, -3), ['trailing-a']],
    ['an A with equals signs', `${good}A==`, ['trailing-a']],
    ['the last A of the checksum is missing', endingInA().slice(0, -1), ['trailing-a']],
    ['spaces in place of plus signs', good.replaceAll('+', ' '), ['spaces']],
    ['the URL-safe alphabet', good.replaceAll('+', '-').replaceAll('/', '_'), ['url-safe']],
    ['percent-encoding', encodeURIComponent(good), ['percent-encoding']],
    ['lines that a mail wrapped', wrapped(good, '=\r\n'), ['quoted-printable']],
    ['the equals signs of a mail', wrapped(unfilled(2), '=\n').replace(/=(?=$|=$)/g, '=3D'), ['quoted-printable']],
    ['text in front', `Hash: ${good}`, ['prefix']],
    ["Excel's formula", `="${good}"`, ['prefix']],
    ['a misleading start in front', `T0G T0H-list ${good}`, ['prefix']],
    ['several at once', `hash=${encodeURIComponent(good).slice(0, -3)}`, ['percent-encoding', 'prefix', 'trailing-a']],
  ])('%s', (_, text, repairs) => {
    const inspection = inspect(text);
    expect(inspection.repairs).toEqual(repairs);
    expect(inspection).toMatchObject({ state: 'valid', checksum: 'ok' });
    expect(inspection.canonical).toHaveLength(4000);
    const mended = inspection.issues.filter(({ isMended }) => isMended);
    expect(mended.map(({ code, severity }) => [code, severity])).toEqual(
      repairs.map((repair) => [`hash.${repair}`, 'warning']),
    );
    expect(inspect(inspection.canonical ?? '')).toMatchObject({ state: 'valid', repairs: [], issues: [] });
  });

  test('the sample holds what the repairs are about', () => {
    expect(good).toMatch(/\+.*\//);
  });

  test('characters are counted as they were found', () => {
    expect(inspect(unfilled(2).replaceAll('=', '')).characters).toBe(unfilled(2).length - 2);
    expect(inspect(good.replaceAll('+', ' ')).characters).toBe(4000);
  });
});

describe('what is not safe to mend stays invalid', () => {
  test.each([
    ['a character lost in the middle', good.slice(0, 500) + good.slice(501)],
    ['two neighbours swapped', swapped(good, 400)],
    ['lower case', good.toLowerCase()],
    ['the end of the checksum lost', good.slice(0, content - 4)],
    ['a lost character hidden by URL-safe text', (good.slice(0, 500) + good.slice(501)).replaceAll('+', '-')],
    ['other text behind it', `${good},Kiosk`],
  ])('%s', (_, text) => {
    expect(inspect(text)).toMatchObject({ state: 'invalid', repairs: [], canonical: null });
  });

  test('a damaged hash behind other text is still recognised', () => {
    const inspection = inspect(`Hash: ${good.slice(0, content - 8)}`);
    expect(codesOf(inspection)).toContain('hash.cut-off');
    expect(inspection.fields.serialNumber).toBe('CB14-0001');
  });

  function swapped(text: string, from: number): string {
    let at = from;
    while (text[at] === text[at + 1]) at++;
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }
});
