import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { exchangesOf, type WireCall } from '../exchangesOf.ts';
import type { Exchange } from '../openApiValidator.ts';

const recordedCall = z.object({
  url: z.string(),
  method: z.string(),
  request: z.string(),
  answer: z.object({ status: z.number(), text: z.string() }).nullable(),
}) satisfies z.ZodType<WireCall>;

/** Every call that was recorded in this run, those inside batches too. */
export function readRecordedCalls(folder: string): readonly Exchange[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      // The last line is empty, or was cut off when its process was killed.
      .slice(0, -1)
      .flatMap((line) => exchangesOf(recordedCall.parse(JSON.parse(line)))),
  );
}
