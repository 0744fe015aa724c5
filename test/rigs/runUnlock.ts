import { spawn } from 'node:child_process';
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
