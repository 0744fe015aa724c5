import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** Goes on only after a yes. @param otherwise what has come of it where the answer is another */
export async function insist({ world }: Pick<Run, 'world'>, question: string, otherwise: string): Promise<void> {
  const answer = await world.terminal.ask(`${question} [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError(otherwise, exitStatus.attention);
}
