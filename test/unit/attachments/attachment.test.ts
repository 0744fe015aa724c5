import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { forgetAtOf } from '../../../src/shared/attachments/attachment.ts';
import { pictureType } from '../../../src/shared/attachments/pictureType.ts';

describe('pictureType', () => {
  it.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image/webp', [...Buffer.from('RIFF1234WEBP')]],
  ])('tells %s by how the file begins', (mediaType, beginning) => {
    expect(pictureType(Uint8Array.from([...beginning, 0, 1, 2]))).toBe(mediaType);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html>', 'RIFF1234WAVE', 'PK', 'GIF89a', ''])(
    'shows nothing as a picture that begins %j',
    (text) => {
      expect(pictureType(Buffer.from(text))).toBeNull();
    },
  );

  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => void pictureType(bytes)));
  });
});

test('a file goes after 28 days unless somebody keeps it; a photo stays', () => {
  const addedAt = '2026-12-01T10:00:00.000Z';
  expect(forgetAtOf({ kind: 'file', isKept: false, addedAt })).toBe('2026-12-29T10:00:00.000Z');
  expect(forgetAtOf({ kind: 'file', isKept: true, addedAt })).toBeNull();
  expect(forgetAtOf({ kind: 'photo', isKept: false, addedAt })).toBeNull();
});
