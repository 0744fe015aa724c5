import { expect, test } from 'vitest';
import { createProgram } from '../../../src/main/hosts/cli/program/createProgram.ts';
import { quietWorld } from '../../fakes/quietWorld.ts';

/** The commands that a command line has at its disposal. */
async function commandsFor(...words: readonly string[]): Promise<readonly string[]> {
  return (await createProgram(words, quietWorld, () => undefined)).commands.map((command) => command.name());
}

test('a command line loads the commands of its own capability, and knows them by each of their words', async () => {
  const all = await commandsFor();
  expect(all.length).toBeGreaterThan(30);
  for (const name of all) {
    const loaded = await commandsFor('--json', name, '--help');
    expect(loaded).toContain(name);
    expect([name, loaded.length < 10]).toEqual([name, true]);
  }
});

test('an unknown word, or none, has all commands to be helped and corrected by', async () => {
  expect(await commandsFor('lsit')).toEqual(await commandsFor());
});
