import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withCompileCache } from './compileCache.ts';
import type { RegistrationRig } from './registrationRig.ts';

const PROGRAM = join(import.meta.dirname, 'backendProcess.ts');

export interface KillableBackend {
  /** At once, without a chance to tidy up; a second time does nothing. */
  readonly kill: () => Promise<void>;
}

/** A backend on the bench's data in another process, which can be killed as a power cut would. */
export async function startKillableBackend({ dataFolder, graph }: RegistrationRig): Promise<KillableBackend> {
  const { url, token } = graph.tenant;
  const child = spawn(process.execPath, [PROGRAM, dataFolder, url, token], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: withCompileCache,
  });
  const exited = once(child, 'exit');
  const said: readonly unknown[] = await Promise.race([once(child.stdout, 'data'), exited]);
  if (!String(said[0]).startsWith('ready')) throw new Error(`The backend process did not start: ${String(said[0])}`);
  return {
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
