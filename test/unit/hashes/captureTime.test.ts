import { expect, test } from 'vitest';
import { captureTimeOf } from '../../../src/shared/hashes/captureTime.ts';

const importedAt = '2026-11-22T12:00:00.000Z';

test.each([
  ['its own time', '2026-10-05T06:30:00Z', '2026-10-05T06:30:00.000Z'],
  ['its import, where it says none', null, importedAt],
  ['its import, where the clock ran ahead', '2031-01-01T00:00:00Z', importedAt],
  ['its import, where the clock had no battery', '1980-01-01T00:00:00Z', importedAt],
])('a capture counts by %s', (_, collectedAt, expected) => {
  expect(captureTimeOf(collectedAt, importedAt)).toBe(expected);
});
