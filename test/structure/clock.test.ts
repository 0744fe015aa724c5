import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

const RULE = 'no-restricted-syntax';
const eslint = new ESLint({ cwd: projectRoot });
const settings = z.object({ rules: z.looseObject({ [RULE]: z.tuple([z.number()]).rest(z.unknown()).optional() }) });

/** How often the checks of a file find a reading of a clock in this code. */
async function complaints(file: string, code: string): Promise<number> {
  const { rules } = settings.parse(await eslint.calculateConfigForFile(join(projectRoot, file)));
  const rule = rules[RULE];
  return rule === undefined ? 0 : new Linter().verify(code, { rules: { [RULE]: ['error', ...rule.slice(1)] } }).length;
}

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
    expect(await complaints(file, code)).toBe(1);
  }
  expect(await complaints('src/main/systemClock.ts', code)).toBe(0);
});

test('a time that is told may be read', async () => {
  expect(await complaints('src/main/outbox/outbox.ts', "const at = new Date('2026-01-01');")).toBe(0);
});
