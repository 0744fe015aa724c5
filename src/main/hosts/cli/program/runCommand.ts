import type { Command } from 'commander';
import { createFormatter, type Formatter } from '../../../../shared/format/formatter.ts';
import { localeOf } from '../../localeOf.ts';
import type { ExitStatus } from './exitStatus.ts';
import { type GlobalOptions, globalOptionsOf } from '../input/globalOptions.ts';
import { plainLines } from '../output/plainText.ts';
import type { CommandSession } from './session.ts';
import type { World } from './world.ts';

/** What a command works with. */
export interface Run extends CommandSession {
  readonly world: World;
  readonly options: GlobalOptions;
  /** For the text that people read; the JSON document is the same for everybody. */
  readonly formatter: Formatter;
  /** Prints the answer: the value as one JSON document, or the text for people. */
  readonly print: (value: unknown, text: () => string) => Promise<void>;
  /** A message beside the answer, on standard error. */
  readonly say: (message: string) => void;
}

type Work = (run: Run) => Promise<ExitStatus>;

/** Runs a command on the queue and keeps its exit status; the queue is closed whatever happens. */
export type RunCommand = (command: Command, work: Work, options?: { readonly runsOutbox: boolean }) => Promise<void>;

/** Every command opens a session of its own on the queue, so that one that fails leaves nothing to the next. */
export function createRunCommand(world: World, finish: (status: ExitStatus) => void): RunCommand {
  return async (command, work, { runsOutbox } = { runsOutbox: false }) => {
    const options = globalOptionsOf(command);
    // Not for `--version` and help: it brings the vault with it.
    const { openSession } = await import('./session.ts');
    const session = await openSession(world, options, { runsOutbox });
    const terminal = printing(world, options);
    try {
      const { trouble, setAside } = await session.call('backups.health', {});
      if (trouble !== null) terminal.say(`${trouble.message} ${trouble.remedy ?? ''}`.trim());
      for (const { table, column, id, serialNumber } of setAside) {
        terminal.say(`Left out, since it cannot be read: ${table} ${serialNumber ?? id ?? ''}, ${column}.`);
      }
      finish(await work({ ...session, world, options, ...terminal }));
    } finally {
      await session.close();
    }
  };
}

/** How any command answers. */
export function printing(world: World, options: GlobalOptions): Pick<Run, 'formatter' | 'print' | 'say'> {
  return {
    formatter: createFormatter(localeOf(world.environment)),
    async print(value, text) {
      const answer = options.json ? JSON.stringify(value, null, 2) : plainLines(text());
      await world.terminal.print(`${answer}\n`);
    },
    say: (message) => world.terminal.say(`${plainLines(message)}\n`),
  };
}
