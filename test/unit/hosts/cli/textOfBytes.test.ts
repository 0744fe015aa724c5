import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfBytes } from '../../../../src/main/hosts/cli/input/textOfBytes.ts';
import { decodeText, encodingOf } from '../../../../src/main/services/intake/reading/decodeText.ts';

const text = 'Straße 5,Größe\r\n';

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
  ['windows-1252', Buffer.from(text, 'latin1')],
])('text in %s is read', (_, bytes) => {
  expect(textOfBytes(bytes)).toBe(text);
});

test('whatever the bytes are, the command line reads the text that intake reads', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const pieces = [...decodeText(Buffer.from(bytes), encodingOf(bytes))];
      expect(textOfBytes(bytes)).toBe(pieces.map((piece) => piece.text).join(''));
    }),
  );
});
