import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { measuredFile } from './measuredFile.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';

const RUNS = 5;
/** Enough to load the program, too few to be felt in its memory. */
const FEW_DEVICES = 500;
const WARM_UP_DEVICES = 10_000;
const FIRST_WARM_UP_DEVICE = 500_000;
const MEGABYTE = 1_000_000;

const measurement = z.object({
  added: z.number(),
  totalMs: z.number(),
  firstTotalMs: z.number(),
  openMs: z.number(),
  previewMs: z.number(),
  commitMs: z.number(),
  longestBlockMs: z.number(),
  idleBytes: z.number(),
  peakBytes: z.number(),
});
type Measurement = z.infer<typeof measurement>;

/** Goals of the import, each against what was measured in this very run. */
export function measureIntake(): boolean {
  const folder = join(tmpdir(), 'reseal-benchmark');
  const warmUp = measuredFile(folder, WARM_UP_DEVICES, FIRST_WARM_UP_DEVICE);
  const small = measuredFile(folder, 10_000);
  const few = measuredFile(folder, FEW_DEVICES, FIRST_WARM_UP_DEVICE);
  const large = measuredFile(folder, 100_000);
  const sizeOf = (file: string): number => statSync(file).size;

  say(
    `Importing 10,000 devices (${megabytes(sizeOf(small))}), best of ${RUNS} runs, each in a new process after an import of ${neutralFormatter.number(WARM_UP_DEVICES)} others.`,
  );
  const floorMs = Math.min(...times(RUNS, () => z.number().parse(run('floor', small, 10_000))));
  const imports = times(RUNS, () => measurement.parse(run('import', small, 10_000, warmUp)));
  const one = fastestOf(imports);
  say(`  floor: ${ms(floorMs)} (read, split, base64, SHA-256, insert of the kept bytes)`);
  say(
    `  import: ${ms(one.totalMs)} = hand over ${ms(one.openMs)} + read, check, compare ${ms(one.previewMs)} + commit ${ms(one.commitMs)}`,
  );
  say(
    `  (the first import after a start, of ${neutralFormatter.number(WARM_UP_DEVICES)} devices: ${ms(one.firstTotalMs)})`,
  );
  // Memory is measured where an import is the first thing that a program does: later ones use again what is free by then.
  const fresh = measurement.parse(run('import', small, 10_000, few));
  say('Importing 100,000 devices, one run.');
  const many = measurement.parse(run('import', large, 100_000, warmUp));
  say(
    `  import: ${ms(many.totalMs)} = hand over ${ms(many.openMs)} + read, check, compare ${ms(many.previewMs)} + commit ${ms(many.commitMs)}`,
  );

  const perSecond = (rows: number, { totalMs }: Measurement): number => (rows / totalMs) * 1_000;
  const goals: readonly (readonly [goal: string, value: number, limit: number, isGood: boolean])[] = [
    atMost('time of 10,000 / floor', one.totalMs / floorMs, 1.5),
    atLeast('rows per second, 100,000 / 10,000', perSecond(100_000, many) / perSecond(10_000, one), 0.85),
    atMost('memory of 10,000 above idle / file', (fresh.peakBytes - fresh.idleBytes) / sizeOf(small), 4),
    atMost('memory of 100,000 in all / file', many.peakBytes / sizeOf(large), 4),
    atMost('longest block of the event loop, 10,000, ms', Math.max(...imports.map((run) => run.longestBlockMs)), 50),
    atMost('longest block of the event loop, 100,000, ms', many.longestBlockMs, 50),
  ];
  say('');
  for (const [goal, value, limit, isGood] of goals) {
    const verdict = isGood ? 'met' : `MISSED by ${Math.round(Math.abs(value / limit - 1) * 100)} %`;
    say(`${goal.padEnd(46)} ${value.toFixed(2).padStart(8)}  goal ${String(limit).padStart(5)}  ${verdict}`);
  }
  say(
    `(idle program ${megabytes(fresh.idleBytes)}, peak at 10,000 ${megabytes(fresh.peakBytes)}, at 100,000 ${megabytes(many.peakBytes)})`,
  );
  return goals.every(([, , , isGood]) => isGood);
}

type Goal = readonly [goal: string, value: number, limit: number, isGood: boolean];

function atMost(goal: string, value: number, limit: number): Goal {
  return [goal, value, limit, value <= limit];
}

function atLeast(goal: string, value: number, limit: number): Goal {
  return [goal, value, limit, value >= limit];
}

function run(kind: 'floor' | 'import', file: string, devices: number, warmUp = ''): unknown {
  const script = join(import.meta.dirname, 'run.ts');
  const options = { encoding: 'utf8', maxBuffer: MEGABYTE } as const;
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', script, kind, file, String(devices), warmUp], options),
  );
}

function times<Value>(count: number, make: () => Value): Value[] {
  return Array.from({ length: count }, make);
}

/** Other programs on the machine only ever add time: the fastest run is the one with the least of them. */
function fastestOf(runs: readonly Measurement[]): Measurement {
  const [first] = [...runs].sort((a, b) => a.totalMs - b.totalMs);
  if (first === undefined) throw new Error('Nothing was measured.');
  return first;
}

function ms(value: number): string {
  return `${neutralFormatter.number(Math.round(value))} ms`;
}

function megabytes(bytes: number): string {
  return `${neutralFormatter.number(Math.round(bytes / MEGABYTE))} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
