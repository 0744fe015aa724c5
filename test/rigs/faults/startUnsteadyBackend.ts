import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withCompileCache } from '../compileCache.ts';
import { unsteadyNews, type UnsteadyNews, type UnsteadyOptions } from './unsteadyMessages.ts';

const PROGRAM = join(import.meta.dirname, 'unsteadyBackend.ts');

export interface UnsteadyBackend {
  /** Everything it has told so far. */
  readonly news: readonly UnsteadyNews[];
  readonly isDead: () => boolean;
  readonly setDisk: (disk: 'full' | 'free') => void;
  readonly kill: () => Promise<void>;
}

export function startUnsteadyBackend(options: UnsteadyOptions): UnsteadyBackend {
  // Without the options of the test runner's own process.
  const child = fork(PROGRAM, [JSON.stringify(options)], { execArgv: [], env: withCompileCache });
  const news: UnsteadyNews[] = [];
  let isDead = false;
  const exited = once(child, 'exit').then(() => {
    isDead = true;
  });
  child.on('message', (message) => news.push(unsteadyNews.parse(message)));
  return {
    news,
    isDead: () => isDead,
    setDisk: (disk) => void child.send({ disk }),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
