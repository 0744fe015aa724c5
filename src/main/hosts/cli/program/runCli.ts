import { CommanderError } from 'commander';
import { AppError } from '../../../../shared/outcome/appError.ts';
import { CommandError } from './commandError.ts';
import { createProgram } from './createProgram.ts';
import { exitStatus, exitStatusOf, type ExitStatus } from './exitStatus.ts';
import { plainLine } from '../output/plainText.ts';
import type { World } from './world.ts';

/** Runs one command line and returns its exit status; whatever goes wrong is one sentence on standard error. */
export async function runCli(words: readonly string[], world: World): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  const finish = (finished: ExitStatus) => {
    status = finished;
  };
  try {
    const program = await createProgram(words, world, finish);
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    return report(error, words.includes('--verbose'), world);
  }
}

function report(error: unknown, isVerbose: boolean, { terminal }: World): ExitStatus {
  // Commander has written its own sentence, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof AppError ? (error.remedy ?? '') : '';
  terminal.say(`${plainLine([message, remedy].join(' ').trim())}\n`);
  if (isVerbose && error instanceof Error) terminal.say(`${error.stack ?? ''}\n`);
  if (error instanceof CommandError) return error.status;
  return error instanceof AppError ? exitStatusOf(error.code) : exitStatus.failed;
}
