import { readFile } from 'node:fs/promises';
import { refusedBy, CommandError } from './commandError.ts';
import { exitStatus } from './exitStatus.ts';
import { sendFile } from '../sendFile.ts';
import type { Run } from './runCommand.ts';

/** The bytes of a file, or of standard input where the path is `-`. */
export async function readInput({ world }: Pick<Run, 'world'>, path: string): Promise<Buffer> {
  if (path === '-') return world.terminal.readInput();
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CommandError(`${path} cannot be read: ${reasonOf(cause)}`, exitStatus.failed, { cause });
  }
}

/** Reads files and hands them to intake; returns intake's names for them, in the order given. */
export async function openFiles(run: Run, paths: readonly string[]): Promise<string[]> {
  const fileIds: string[] = [];
  for (const path of paths) {
    const sent = await sendFile(run.dispatch, path, await readInput(run, path));
    if (!sent.ok) throw refusedBy(sent.error);
    fileIds.push(sent.value);
  }
  return fileIds;
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file. Check the path.';
    case 'EISDIR':
      return 'it is a folder. Name the files in it.';
    case 'EACCES':
    case 'EPERM':
      return 'this account may not read it. Change its permissions.';
    default:
      return `${cause instanceof Error ? cause.message : String(cause)}.`;
  }
}
