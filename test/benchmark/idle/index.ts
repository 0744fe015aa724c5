import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const ONE = 1;
const MANY = Number(process.argv[3] ?? 100_000);
const GOAL = 1.1;
/** What the clock of a processor cannot tell apart: less than a thousandth of the minute. */
const GRAIN_MS = 50;

const said = z.object({ cpuMs: z.number(), statements: z.number() });

/** Leaves a queue of one device and a large one alone for a minute, side by side: every device is registered, nothing is pending. */
export async function measureIdle(): Promise<boolean> {
  process.stdout.write(`A minute of a queue with one registered device, and of one with ${MANY}, without a network.\n`);
  const [one, many] = await Promise.all([run(ONE), run(MANY)]);
  const ratio = many.cpuMs / Math.max(one.cpuMs, GRAIN_MS);
  const isCalm = ratio <= GOAL;
  const isSame = many.statements <= one.statements * GOAL;
  process.stdout.write(
    `processor time  ${many.cpuMs.toFixed(0)} ms and ${one.cpuMs.toFixed(0)} ms: ${ratio.toFixed(2)} ×, goal ${GOAL} ${isCalm ? 'met' : 'MISSED'}\n` +
      `statements      ${many.statements} and ${one.statements}, goal the same ${isSame ? 'met' : 'MISSED'}\n`,
  );
  return isCalm && isSame;
}

async function run(count: number): Promise<z.infer<typeof said>> {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await Promise.all([text(program.stdout), once(program, 'exit')]);
  return said.parse(JSON.parse(printed));
}
