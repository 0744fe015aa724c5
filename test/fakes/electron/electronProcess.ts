import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';

/** Who calls: a frame of some page, or one that is gone. */
export type Frame = { readonly url: string; readonly parent: object | null } | null;

/** What a test may have the fake do. */
export type Order =
  | { readonly do: 'report' }
  | { readonly do: 'call'; readonly channel: string; readonly frame: Frame; readonly given: readonly unknown[] }
  | { readonly do: 'request'; readonly url: string; readonly method: string }
  | { readonly do: 'contents'; readonly event: string }
  | { readonly do: 'pageGone'; readonly reason: string }
  | { readonly do: 'window'; readonly event: 'unresponsive' | 'responsive' | 'ready-to-show' | 'close' }
  | { readonly do: 'pressRight'; readonly on: object }
  | { readonly do: 'throw' }
  | { readonly do: 'openWindow'; readonly url: string }
  | {
      readonly do: 'permission';
      readonly permission: string;
      readonly url: string;
      readonly mediaTypes: readonly string[];
    }
  | { readonly do: 'secondInstance'; readonly words: readonly string[]; readonly folder: string }
  | { readonly do: 'closeWindows' };

export interface ElectronProcess {
  /** Resolves when the window loads its page: everything else stands by then. */
  readonly opened: Promise<unknown>;
  readonly order: (order: Order) => Promise<unknown>;
  /** The exit status, once the process has ended. */
  readonly exited: Promise<number | null>;
  readonly errorBoxes: readonly string[];
  /** The arguments with which it started itself again. */
  readonly relaunches: readonly (readonly string[])[];
  readonly kill: () => void;
}

interface BootOptions {
  readonly dataFolder: string;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const answer = z.union([
  z.object({ id: z.number(), problem: z.string() }),
  z.object({ id: z.number(), value: z.unknown() }),
  z.object({ errorBox: z.string() }),
  z.object({ relaunched: z.array(z.string()) }),
  z.object({ opened: z.string() }),
]);

/** Boots the built `out/main/index.js` on the fake Electron. */
export function bootElectron({ dataFolder, words = [], environment = {} }: BootOptions): ElectronProcess {
  const main = join(projectRoot, 'out', 'main', 'index.js');
  const child = fork(join(import.meta.dirname, 'bootMain.ts'), [main, `--data-dir=${dataFolder}`, ...words], {
    env: { ...process.env, ...environment },
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const errorBoxes: string[] = [];
  const relaunches: string[][] = [];
  const opened = Promise.withResolvers<unknown>();
  child.on('message', (message) => {
    const said = answer.parse(message);
    if ('errorBox' in said) errorBoxes.push(said.errorBox);
    else if ('relaunched' in said) relaunches.push(said.relaunched);
    else if ('opened' in said) opened.resolve(said.opened);
    else if ('problem' in said) waiting.get(said.id)?.reject(new Error(said.problem));
    else waiting.get(said.id)?.resolve(said.value);
  });
  const exited = once(child, 'exit').then(([code]) => {
    opened.resolve(null);
    for (const { reject } of waiting.values()) reject(new Error('The process has ended.'));
    return z.number().nullable().parse(code);
  });
  return {
    opened: opened.promise,
    order(order) {
      const id = waiting.size;
      const answered = Promise.withResolvers<unknown>();
      waiting.set(id, answered);
      child.send({ id, order });
      return answered.promise;
    },
    exited,
    errorBoxes,
    relaunches,
    kill: () => void child.kill('SIGKILL'),
  };
}
