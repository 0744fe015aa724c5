import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const FEW = 1_000;
const MANY = Number(process.argv[3] ?? 100_000);
const FLOOR = 'floor: 300 rows by id';
const ONE = 'get by id';

/** How much dearer a read may be than the floor; no goal for what no screen does. */
const goals: Readonly<Record<string, number>> = { 'search: two letters': 15 };
const GOAL = 5;
/** How much dearer a read may be at the large queue than at the small one. */
const GROWTH = 1.5;
const withoutGoal = new Set(['ids of all', 'bench: succeeded, deep', 'batches', 'one row by id', FLOOR, ONE]);
const grows = /^(plain page|sorted by|registration|profile|next step)/;

const measured = z.object({ times: z.record(z.string(), z.number()), rows: z.record(z.string(), z.number()) });

/** Reads lists, counts and single devices at a small and a large queue, each next to reading 300 rows by their ids. */
export function measureQueue(): boolean {
  say(`Reading a queue of ${FEW} and one of ${MANY} devices; processor time in milliseconds.`);
  const few = run(FEW);
  const many = run(MANY);
  const floor = many.times[FLOOR] ?? Number.NaN;
  let isMet = true;
  for (const [name, time] of Object.entries(many.times)) {
    const ratio = name === 'find by serial number' ? time / (many.times[ONE] ?? Number.NaN) : time / floor;
    const growth = time / (few.times[name] ?? Number.NaN);
    const goal = name === 'find by serial number' ? 2 : (goals[name] ?? GOAL);
    const isSlow = !withoutGoal.has(name) && ratio > goal;
    // A page that is not full at the small queue shows fewer rows: it is no measure of growth.
    const isAlike = many.rows[name] === few.rows[name];
    const isGrown = grows.test(name) && isAlike && growth > GROWTH;
    isMet &&= !isSlow && !isGrown;
    const goalText = withoutGoal.has(name) ? '' : ` goal ${goal} ${isSlow ? 'MISSED' : 'met'}`;
    const shorter = `, with ${few.rows[name]} rows there for ${many.rows[name]} here`;
    const verdict = grows.test(name) ? `, goal ${GROWTH} ${isGrown ? 'MISSED' : 'met'}` : '';
    const growthText = isAlike ? verdict : shorter;
    say(
      `${name.padEnd(28)} ${time.toFixed(2).padStart(8)}  ${ratio.toFixed(2).padStart(6)} ×${goalText}; ${growth.toFixed(2)} × of ${FEW}${growthText}`,
    );
  }
  return isMet;
}

function run(count: number): z.infer<typeof measured> {
  const script = join(import.meta.dirname, 'run.ts');
  const said = execFileSync(process.execPath, [script, String(count)], { encoding: 'utf8', maxBuffer: 1e8 });
  return measured.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
