import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const MANY = Number(process.argv[3] ?? 100_000);
const GOAL = 1.2;
/** What the program took at rest when the goal was set, on the same kind of machine. */
const FORMER_MEGABYTES = 107;

const said = z.object({ restBytes: z.number(), usedBytes: z.number(), peakBytes: z.number() });

/** What `serve` holds at rest with an empty queue, and after the acts of an hour with a large one. */
export function measureMemory(): boolean {
  const empty = run(0);
  const many = run(MANY);
  const rest = empty.restBytes / 1e6;
  const ratio = many.usedBytes / empty.restBytes;
  const isSmall = rest <= FORMER_MEGABYTES;
  const isSteady = ratio <= GOAL;
  process.stdout.write(
    `at rest, empty queue: ${rest.toFixed(0)} MB, goal ${FORMER_MEGABYTES} ${isSmall ? 'met' : 'MISSED'}\n` +
      `at rest, ${MANY} devices: ${(many.restBytes / 1e6).toFixed(0)} MB\n` +
      `after the acts of an hour, ${MANY} devices: ${(many.usedBytes / 1e6).toFixed(0)} MB: ${ratio.toFixed(2)} ×, goal ${GOAL} ${isSteady ? 'met' : 'MISSED'}\n` +
      `at most meanwhile: ${(many.peakBytes / 1e6).toFixed(0)} MB\n`,
  );
  return isSmall && isSteady;
}

function run(count: number): z.infer<typeof said> {
  const script = join(import.meta.dirname, 'run.ts');
  return said.parse(JSON.parse(execFileSync(process.execPath, [script, String(count)], { encoding: 'utf8' })));
}
