import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

export interface RunningProgram {
  readonly firstLine: string;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would: it cannot tidy up. */
  readonly kill: () => Promise<void>;
}

/** Starts the built command line with these words, and waits for the first line that it prints. */
export async function startProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProgram> {
  const program = spawn(process.execPath, [join(projectRoot, 'out', 'main', 'cli.js'), ...words], {
    // It leaves nothing in the secret store of whoever runs the tests.
    env: { ...process.env, RESEAL_KEY_KEPT_IN: 'file', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(program, 'exit');
  const lines = createInterface({ input: program.stdout });
  const firstLine = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    exited.then(([code]) => {
      throw new Error(`reseal ${words.join(' ')} ended at once with exit status ${String(code)}.`);
    }),
  ]);
  return {
    firstLine,
    async stop() {
      program.kill();
      await exited;
    },
    async kill() {
      program.kill('SIGKILL');
      await exited;
    },
  };
}
