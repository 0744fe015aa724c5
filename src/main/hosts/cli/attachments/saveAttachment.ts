import { writeOut } from '../output/writeDocument.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { attachmentNamed } from './attachmentNamed.ts';

/** Writes an attachment as it came, for this account alone: a log archive holds the hash of its device. */
export async function saveAttachment(run: Run, serial: string, name: string, out: string): Promise<ExitStatus> {
  const { id } = await attachmentNamed(run, serial, name);
  const first = await run.call('attachments.read', { id });
  const parts = [Buffer.from(first.file.base64, 'base64')];
  for (let piece = 1; piece < first.pieces; piece += 1) {
    const { file } = await run.call('attachments.read', { id, piece });
    parts.push(Buffer.from(file.base64, 'base64'));
  }
  const file = writeOut(out, { ...first.file, base64: Buffer.concat(parts).toString('base64') }, 'secret');
  await run.print({ file, mediaType: first.file.mediaType }, () => file);
  return exitStatus.done;
}
