import type { World } from '../program/world.ts';

/** What stands on the paper: asked for, or read from a pipe. Never an argument, which other programs and the shell's history would see. */
export async function askRecoveryKey({ terminal }: World): Promise<string> {
  return terminal.canAsk ? terminal.ask('Recovery key: ') : (await terminal.readInput()).toString('utf8').trim();
}
