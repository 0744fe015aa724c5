import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const GOAL = 3;
const ROUNDS = 25;

/** Runs `list` on an empty queue next to Node with an empty script, in turn. */
export function measureStart(): boolean {
  const folder = temporaryFolder();
  const program = join(projectRoot, 'out', 'main', 'cli.js');
  const commands = {
    'node -e 0': ['-e', '0'],
    '--version': [program, '--version'],
    'list, empty queue': [program, 'list', '--data-dir', folder.path],
  };
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, words] of Object.entries(commands)) (times[name] ??= []).push(secondsOf(words));
  }
  folder.remove();
  const floor = bestOf(times['node -e 0']);
  let isMet = true;
  for (const name of Object.keys(commands)) {
    const ratio = bestOf(times[name]) / floor;
    isMet &&= ratio <= GOAL;
    const ms = (bestOf(times[name]) * 1_000).toFixed(0);
    process.stdout.write(
      `${name.padEnd(20)} ${ms.padStart(5)} ms  ${ratio.toFixed(2)} ×, goal ${GOAL} ${ratio <= GOAL ? 'met' : 'MISSED'}\n`,
    );
  }
  return isMet;
}

function secondsOf(words: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${String(status)}: ${stderr}`);
  return (performance.now() - begun) / 1_000;
}

/** The quickest quarter: what other programs took away is in the slower ones. */
function bestOf(times: readonly number[] | undefined): number {
  const sorted = [...(times ?? [])].sort((a, b) => a - b);
  const best = sorted.slice(0, Math.ceil(sorted.length / 4));
  return best.reduce((sum, time) => sum + time, 0) / best.length;
}
