import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { measuredFile } from '../intake/measuredFile.ts';

const GOAL = 1.15;
const ROUNDS = 7;
const LIST_ROUNDS = 3;
const DEVICES = 10_000;
const LISTED_DEVICES = 20_000;
const WARM_UP_DEVICES = 2_000;
const FIRST_WARM_UP_DEVICE = 500_000;

const kinds = ['plain', 'encrypted'] as const;
type Times = Readonly<Record<string, number>>;

/** What it costs that the queue is encrypted: an import and every list, plain and encrypted in turn, the best of each. */
export function measureEncryption(): boolean {
  const folder = join(tmpdir(), 'reseal-benchmark');
  const file = measuredFile(folder, DEVICES);
  const warmUp = measuredFile(folder, WARM_UP_DEVICES, FIRST_WARM_UP_DEVICE);
  const imports = bestOf(ROUNDS, (kind) => {
    const { totalMs } = importTime.parse(run('intake', 'import', file, String(DEVICES), warmUp, kind));
    return { [`import of ${neutralFormatter.number(DEVICES)}`]: totalMs };
  });
  const reads = bestOf(LIST_ROUNDS, (kind) => lists.parse(run('queue', String(LISTED_DEVICES), kind)).times);
  const plain = { ...imports.plain, ...reads.plain };
  const encrypted = { ...imports.encrypted, ...reads.encrypted };
  let isMet = true;
  for (const [name, time] of Object.entries(plain)) {
    const ratio = (encrypted[name] ?? Number.NaN) / time;
    isMet &&= ratio <= GOAL;
    const verdict = ratio <= GOAL ? 'met' : 'MISSED';
    process.stdout.write(
      `${name.padEnd(28)} ${time.toFixed(2).padStart(9)} ms plain  ${ratio.toFixed(2)} × encrypted, goal ${GOAL} ${verdict}\n`,
    );
  }
  return isMet;
}

const lists = z.object({ times: z.record(z.string(), z.number()) });
const importTime = z.object({ totalMs: z.number() });

/** In turn, so that a busy minute of the machine falls on both. */
function bestOf(
  rounds: number,
  measure: (kind: (typeof kinds)[number]) => Times,
): Record<(typeof kinds)[number], Times> {
  const best = { plain: {}, encrypted: {} };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) best[kind] = quicker(best[kind], measure(kind));
  }
  return best;
}

const quicker = (one: Times, other: Times): Times =>
  Object.fromEntries(Object.entries(other).map(([name, time]) => [name, Math.min(time, one[name] ?? time)]));

function run(benchmark: 'intake' | 'queue', ...words: readonly string[]): unknown {
  const script = join(import.meta.dirname, '..', benchmark, 'run.ts');
  const said = execFileSync(process.execPath, ['--expose-gc', script, ...words], { encoding: 'utf8', maxBuffer: 1e8 });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '');
}
