import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Closes the pipe at once, as `head` does when it has seen enough. */
  readonly readsNothing?: boolean;
}

/** Runs the built command line as a script would, and waits for its end. */
export async function runReseal(
  words: readonly string[],
  { input = '', environment = {}, readsNothing = false }: RunOptions = {},
): Promise<Answer> {
  const program = spawn(process.execPath, [join(projectRoot, 'out', 'main', 'cli.js'), ...words], {
    env: { ...process.env, ...environment },
  });
  program.stdin.end(input);
  if (readsNothing) program.stdout.destroy();
  const [stdout, stderr, [status]] = await Promise.all([
    readsNothing ? '' : text(program.stdout),
    text(program.stderr),
    once(program, 'close').then((given) => given.map((code) => (typeof code === 'number' ? code : null))),
  ]);
  return { status: status ?? null, stdout, stderr };
}
