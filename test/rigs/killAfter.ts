import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withCompileCache } from './compileCache.ts';

interface Killed {
  /** Whether it had ended by itself. */
  readonly isDone: boolean;
  readonly said: string;
  /** From its first word to its end. */
  readonly ranMs: number;
}

/**
 * Starts a program of this folder, and kills it as a power cut would, so many milliseconds after it says its first word.
 * @param input what it reads
 */
export async function killAfter(
  [program, ...words]: readonly [string, ...string[]],
  milliseconds: number,
  input = '',
): Promise<Killed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: withCompileCache,
  });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += String(piece);
  });
  // It may be gone before it has read everything.
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  const began = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  child.stdin.end(input);
  await closed;
  clearTimeout(timer);
  return { isDone: child.exitCode === 0, said, ranMs: performance.now() - began };
}
