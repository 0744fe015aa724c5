import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegistryText } from '../../../src/shared/diagnostics/registry/readRegistryText.ts';
import { registryView } from '../../../src/shared/diagnostics/registry/registryView.ts';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';
const KEY = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Reseal]';
/** No invented name is this long. */
const LONG_NAME = 'z'.repeat(61);
const valueIn = (text: string, name: string) => readRegistryText(text).keys[0]?.entries.get(name)?.value;
const regedit = (line: string) => valueIn(`${HEADER}${KEY}\r\n${line}\r\n`, 'a');
const dump = (line: string) => valueIn(`\r\n${KEY}\r\n ${line}\r\n`, 'a');

describe('what Regedit writes', () => {
  test.each([
    ['a text', '"a"="C:\\\\x \\"y\\""', { type: 'text', text: 'C:\\x "y"' }],
    ['a text that ends in a backslash', '"a"="C:\\\\"', { type: 'text', text: 'C:\\' }],
    ['an empty text', '"a"=""', { type: 'text', text: '' }],
    ['a text over two lines', '"a"="one\r\ntwo"', { type: 'text', text: 'one\ntwo' }],
    ['a number', '"a"=dword:0000003c', { type: 'number', number: 60 }],
    ['the largest number', '"a"=dword:ffffffff', { type: 'number', number: 0xffff_ffff }],
    ['bytes', '"a"=hex:00,ff', { type: 'binary', bytes: [0, 255] }],
    ['bytes over two lines', '"a"=hex:00,\\\r\n  ff', { type: 'binary', bytes: [0, 255] }],
    ['no type', '"a"=hex(0):', { type: 'none' }],
    ['a text in bytes', '"a"=hex(1):41,00,42,00,00,00', { type: 'text', text: 'AB' }],
    ['a text with variables', '"a"=hex(2):25,00,00,00', { type: 'expand', text: '%' }],
    ['a number in bytes', '"a"=hex(4):3c,00,00,00', { type: 'number', number: 60 }],
    ['a number the other way round', '"a"=hex(5):00,00,00,3c', { type: 'number', number: 60 }],
    ['texts', '"a"=hex(7):41,00,00,00,42,00,00,00,00,00', { type: 'list', texts: ['A', 'B'] }],
    ['a number of 64 bits', '"a"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff', { type: 'large', digits: '18446744073709551615' }],
    ['a type that is not known', '"a"=hex(99):01', { type: 'binary', bytes: [1] }],
    ['what is no byte', '"a"=hex:zz', { type: 'raw', text: 'hex:zz' }],
  ])('%s', (_, line, value) => {
    expect(regedit(line)).toEqual(value);
  });

  test('a removed value and a removed key are none', () => {
    const { keys, removedKeys, removedValues } = readRegistryText(
      `${HEADER}${KEY}\r\n"a"=-\r\n\r\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone]\r\n"b"="lost"\r\n`,
    );
    expect(keys.map(({ entries }) => entries.size)).toEqual([0]);
    expect(removedValues).toEqual([{ key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Reseal', name: 'a' }]);
    expect(removedKeys).toEqual(['HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone']);
  });

  test('any text and any name come back as they were', () => {
    const escaped = (text: string) => text.replaceAll(/["\\]/g, '\\$&');
    const plain = fc.string({ maxLength: 60 }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(plain, plain, (name, text) => {
        const { keys } = readRegistryText(
          `${HEADER}${KEY}\n"${escaped(name)}"="${escaped(text)}"\n"${LONG_NAME}"=dword:00000001\n`,
        );
        expect(keys[0]?.entries.get(name.toLowerCase())?.value).toEqual({ type: 'text', text });
        expect(keys[0]?.entries.get(LONG_NAME)?.value).toEqual({ type: 'number', number: 1 });
      }),
    );
  });
});

describe('the dump of the collector', () => {
  test.each([
    ['JSON that is not escaped', '"a"="{"b":"c\\\\d","e":1}"', { type: 'text', text: '{"b":"c\\\\d","e":1}' }],
    ['a number in capitals', '"a"=DWORD:00000046', { type: 'number', number: 70 }],
    ['a path that ends in a backslash', '"a"="C:\\"', { type: 'text', text: 'C:\\' }],
    ['a form that is not known', '"a"=BINARY 00', { type: 'raw', text: 'BINARY 00' }],
    ['a text that was cut', '"a"="{"b":"c', { type: 'text', text: '{"b":"c' }],
  ])('%s', (_, line, value) => {
    expect(dump(line)).toEqual(value);
  });

  test('a key that is written twice, in whatever case, is one, and the last value counts', () => {
    const { keys } = readRegistryText(`${KEY}\n "a"="1"\n "b"="2"\n${KEY.toLowerCase()}\n "A"="3"\n`);
    expect(keys).toHaveLength(1);
    expect([...(keys[0]?.entries.values() ?? [])].map(({ value }) => value)).toMatchObject([
      { text: '3' },
      { text: '2' },
    ]);
  });

  test('a name may be an address with signs in it', () => {
    const name = './Device/MSI/%7B1C68%7D/a=b/Status';
    expect(valueIn(`${KEY}\n "${name}"=DWORD:00000001\n`, name.toLowerCase())).toEqual({ type: 'number', number: 1 });
  });
});

test('any text is read without an error, and soon', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '\n',
      '\r\n',
      ' "',
      '"=',
      '="',
      '\\',
      'hex:',
      ',\\\n',
      '[',
      ']',
      '[HKEY_LOCAL_MACHINE\\a]',
      '@=',
      'dword:',
      HEADER,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const { keys } = readRegistryText(pieces.join(''));
      for (const { entries } of keys) for (const { line } of entries.values()) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['one line of quotes', `${KEY}\n ${'"='.repeat(400_000)}`],
  ['lines that are never closed', `${HEADER}${KEY}\n${'"a"="x\n'.repeat(100_000)}`],
  ['names with quotes in them', `${HEADER}${KEY}\n${' "a"b"="x\n'.repeat(100_000)}`],
  ['bytes that never end', `${HEADER}${KEY}\n"a"=hex:${'00,\\\n'.repeat(100_000)}`],
  ['backslashes', `${HEADER}${KEY}\n"a"="${'\\'.repeat(900_000)}`],
])('%s are read in bounded time', (_, text) => {
  const began = performance.now();
  expect(readRegistryText(text).keys).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(10_000);
});

describe('several files are one registry', () => {
  const view = registryView([
    { file: 'dump.reg', text: readRegistryText(`${KEY}\n "a"="of the dump"\n`) },
    { file: 'export.reg', text: readRegistryText(`${HEADER}${KEY}\n"a"="of the export"\n"n"="60"\n`) },
  ]);

  test('the first file that has a value counts, and is named', () => {
    expect(view.value('software\\reseal', 'A')).toMatchObject({ text: 'of the dump', file: 'dump.reg' });
    expect(view.value('SOFTWARE\\Reseal', 'n')).toMatchObject({ number: 60, file: 'export.reg' });
    expect(view.value('SOFTWARE\\Reseal', 'none')).toBeNull();
  });
});
