import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Attachment } from '../../../../shared/attachments/attachment.ts';
import { piecesOf } from '../../filePieces.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { reading } from '../input/readInput.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** Attaches files one after the other; what is attached stays where a later one is refused. */
export async function addAttachment(run: Run, serial: string, files: readonly string[]): Promise<ExitStatus> {
  const { id: deviceId } = await deviceOf(run, serial);
  const attachments: Attachment[] = [];
  for (const file of files) attachments.push(await attach(run, deviceId, file));
  await run.print({ attachments }, () =>
    attachments.map(({ name, kind }) => `The ${kind} ${name} is attached to ${serial}.`).join('\n'),
  );
  return exitStatus.done;
}

async function attach(run: Run, deviceId: string, path: string): Promise<Attachment> {
  const handle = await reading(path, open(path));
  try {
    return await send(run, deviceId, path, handle);
  } finally {
    await handle.close();
  }
}

/** The size is judged before anything is read: a file may be larger than the memory. */
async function send(run: Run, deviceId: string, path: string, handle: FileHandle): Promise<Attachment> {
  const status = await handle.stat();
  if (!status.isFile()) throw new CommandError(`${path} is no file. Name the files in it.`, exitStatus.failed);
  const { id } = await run.call('attachments.add', { deviceId, name: basename(path), sizeBytes: status.size });
  for await (const piece of piecesOf(handle, status.size)) {
    const base64 = Buffer.from(piece).toString('base64');
    const { attachment } = await run.call('attachments.append', { id, base64 });
    if (attachment !== null) return attachment;
  }
  throw new CommandError(`${path} became shorter while it was read. Attach it again.`, exitStatus.failed);
}
