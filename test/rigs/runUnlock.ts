import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { vaultView, type VaultView } from '../../src/shared/vault/vaultView.ts';
import { withCompileCache } from './compileCache.ts';

const PROGRAM = join(import.meta.dirname, 'unlockProcess.ts');

/** Opens the queue of a folder in another process, and gives what that process knows of its key. */
export async function runUnlock(
  dataFolder: string,
  environment: NodeJS.ProcessEnv = {},
  [program, ...before]: readonly [string, ...string[]] = [process.execPath],
): Promise<VaultView> {
  const child = spawn(program, [...before, PROGRAM, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...withCompileCache, ...environment },
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return vaultView.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
}

/** Kills such a process so many milliseconds after it begins to open; true where it was done before. */
export async function killUnlockAfter(dataFolder: string, milliseconds: number): Promise<boolean> {
  const child: ChildProcess & { stdout: NodeJS.ReadableStream } = spawn(process.execPath, [PROGRAM, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: withCompileCache,
  });
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await exited;
  clearTimeout(timer);
  return child.exitCode === 0;
}
