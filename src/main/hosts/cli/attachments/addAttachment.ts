import { basename } from 'node:path';
import { PIECE_BYTES, type Attachment } from '../../../../shared/attachments/attachment.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { readInput } from '../input/readInput.ts';
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
  const bytes = await readInput(run, path);
  const { id } = await run.call('attachments.add', { deviceId, name: basename(path), sizeBytes: bytes.length });
  for (let start = 0; ; start += PIECE_BYTES) {
    const base64 = bytes.subarray(start, start + PIECE_BYTES).toString('base64');
    const { attachment } = await run.call('attachments.append', { id, base64 });
    if (attachment !== null) return attachment;
  }
}
