import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canHoldHash } from '../../../../shared/intake/canHoldHash.ts';
import { refusedBy, CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { sendBytes, sendFile } from '../../sendFile.ts';
import type { Run } from '../program/runCommand.ts';

/** The bytes of a file, or of standard input where the path is `-`. */
export async function readInput({ world }: Pick<Run, 'world'>, path: string): Promise<Buffer> {
  return path === '-' ? world.terminal.readInput() : reading(path, readFile(path));
}

/**
 * Reads files and hands them to intake; returns intake's names for them, in the order given. Of a folder, everything
 * below it that can hold a hash is taken, in the order of names, and what is passed over is counted.
 */
export async function openFiles(run: Run, given: readonly string[]): Promise<string[]> {
  const fileIds: string[] = [];
  for (const path of (await Promise.all(given.map((path) => filesAt(run, path)))).flat()) {
    const sent =
      path === '-'
        ? await sendBytes(run.dispatch, path, await run.world.terminal.readInput())
        : await reading(path, sendFile(run.dispatch, path, path));
    if (!sent.ok) throw refusedBy(sent.error);
    fileIds.push(sent.value);
  }
  return fileIds;
}

async function filesAt(run: Run, path: string): Promise<string[]> {
  if (path === '-' || !(await isFolder(path))) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const usable = files.filter(({ name }) => canHoldHash(name)).map((entry) => join(entry.parentPath, entry.name));
  const passedOver = files.length - usable.length;
  if (passedOver > 0)
    run.say(`${path}: ${passedOver} files were passed over, because by their names they hold no hash.`);
  if (usable.length === 0) throw new CommandError(`${path} holds no file that can hold a hash.`, exitStatus.failed);
  return usable.sort();
}

/** A path that leads nowhere is no folder; reading it as a file says why. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Says in words why a path cannot be read. */
export async function reading<Result>(path: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new CommandError(`${path} cannot be read: ${reasonOf(cause)}`, exitStatus.failed, { cause });
  }
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
