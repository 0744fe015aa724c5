import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { z } from 'zod';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

const RULE = 'no-restricted-syntax';
const eslint = new ESLint({ cwd: projectRoot });
const settings = z.object({ rules: z.looseObject({ [RULE]: z.tuple([z.number()]).rest(z.unknown()).optional() }) });

/** How often the checks of a file find something in this code that has one place, such as the reading of a clock. */
export async function complaintsOf(file: string, code: string): Promise<number> {
  const { rules } = settings.parse(await eslint.calculateConfigForFile(join(projectRoot, file)));
  const rule = rules[RULE];
  return rule === undefined ? 0 : new Linter().verify(code, { rules: { [RULE]: ['error', ...rule.slice(1)] } }).length;
}
