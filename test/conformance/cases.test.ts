import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../rigs/testPorts.ts';
import { runInProcess } from '../integration/support/runInProcess.ts';
import { fitsPattern } from './fitsPattern.ts';

const folder = resolve('../shared/cases');
const expectations = join(folder, 'expected.json');
const isThere = existsSync(expectations);

const expected = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      command: z.enum(['inspect', 'hash', 'scan']),
      input: z.string(),
      expect: z.unknown(),
    }),
  ),
});
const { cases } = isThere ? expected.parse(JSON.parse(readFileSync(expectations, 'utf8'))) : { cases: [] };

const own = temporaryFolder();
afterAll(own.remove);

/** What the command line answers of one input. */
async function answerTo({ command, input }: (typeof cases)[number]): Promise<unknown> {
  const file = join(folder, input);
  const asked = command === 'scan' ? ['--', readFileSync(file, 'utf8').trimEnd()] : [file];
  const { stdout } = await runInProcess([command, '--data-dir', own.path, '--json', ...asked]);
  const answer: unknown = JSON.parse(stdout);
  return command === 'inspect' ? z.object({ files: z.tuple([z.unknown()]) }).parse(answer).files[0] : answer;
}

describe.skipIf(!isThere)(
  'inputs out of public reports, collected beside this project (skipped where ../shared/cases is absent)',
  () => {
    test.each(cases)('$id', async (one) => {
      const answer = await answerTo(one);
      expect(fitsPattern(one.expect, answer), JSON.stringify(answer, null, 1).slice(0, 2_000)).toBe(true);
    });
  },
);
