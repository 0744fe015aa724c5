import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import type { Terminal } from '../program/world.ts';

/** The terminal, or the pipes, that this process was started with. */
export function createTerminal(): Terminal {
  process.stdout.on('error', throwUnlessClosed);
  return {
    async print(text) {
      if (process.stdout.write(text)) return;
      // Waiting for an event fails with the stream, and beside its own listener.
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(throwUnlessClosed);
    },
    say: (text) => void process.stderr.write(text),
    readInput: () => buffer(process.stdin),
    async ask(question) {
      const asking = createInterface({ input: process.stdin, output: process.stderr });
      try {
        // Where the input ends instead of an answer, nobody said anything.
        return await Promise.race([asking.question(question), once(asking, 'close').then(() => '')]);
      } finally {
        asking.close();
      }
    },
    canAsk: process.stdin.isTTY,
    showsProgress: process.stderr.isTTY,
  };
}

/** A reader that has seen enough (`reseal list | head`) closes the pipe: that is its right, not our error. */
function throwUnlessClosed(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
}
