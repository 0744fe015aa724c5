import { expect, test } from 'vitest';
import { isSecretText, looksLikeHash, withoutSecrets } from '../../../src/shared/intake/hashText.ts';
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
