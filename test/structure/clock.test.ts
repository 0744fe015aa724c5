import { expect, test } from 'vitest';
import { complaintsOf } from './complaintsOf.ts';

test.each([
  'const at = new Date();',
  'const at = Date();',
  'const at = Date.now();',
  'const at = performance.now();',
  'const at = process.hrtime.bigint();',
])('nothing in the backend reads a clock past its port: %s', async (code) => {
  for (const file of [
    'src/main/outbox/outbox.ts',
    'src/main/hosts/cli/program/session.ts',
    'src/shared/devices/nextStep.ts',
  ]) {
    expect(await complaintsOf(file, code)).toBe(1);
  }
  expect(await complaintsOf('src/main/systemClock.ts', code)).toBe(0);
});

test('a time that is told may be read', async () => {
  expect(await complaintsOf('src/main/outbox/outbox.ts', "const at = new Date('2026-01-01');")).toBe(0);
});
