import { createBackend } from '../../../src/main/backend.ts';
import { runCli } from '../../../src/main/hosts/cli/program/runCli.ts';
import type { World } from '../../../src/main/hosts/cli/program/world.ts';
import { startPracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { systemClock } from '../../../src/main/systemClock.ts';
import type { Answer } from './runReseal.ts';

interface InProcess {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: World['clock'];
  /** Hears what is said on standard error, as a person at the terminal does. */
  readonly hear?: (text: string) => void;
}

/** Runs a command line in the test's own process: what `runReseal` does, without the half second that a start takes. */
export async function runInProcess(
  words: readonly string[],
  { input = '', environment = {}, clock = systemClock, hear = () => undefined }: InProcess = {},
): Promise<Answer> {
  let [stdout, stderr] = ['', ''];
  const status = await runCli(words, {
    createBackend: (ports) => Promise.resolve(createBackend(ports)),
    startPracticeTenant,
    clock,
    environment: { RESEAL_KEY_KEPT_IN: 'file', ...environment },
    terminal: {
      print: (text) => {
        stdout += String(text);
        return Promise.resolve();
      },
      say(text) {
        stderr += text;
        hear(text);
      },
      readInput: () => Promise.resolve(Buffer.from(input)),
      ask: () => Promise.resolve(''),
      canAsk: false,
      showsProgress: false,
    },
  });
  return { status, stdout, stderr };
}
