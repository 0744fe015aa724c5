import type { Failure, Outcome } from '../../../shared/api/outcome.ts';
import type { Client } from '../../api/client.ts';
import { base64Of } from './base64Of.ts';
import type { ChosenFile } from './droppedFiles.ts';
import { failWork, isUnderWay, setWork, useIntakeWork } from './intakeWork.ts';

/** Small enough that no door needs a large message, and that the count on screen moves. */
const PIECE_BYTES = 2 * 1024 * 1024;

const cancelled: Failure = { code: 'cancelled', message: 'The import was cancelled.' };
const unreadable: Failure = {
  code: 'unreadable',
  message: 'A file could not be read from the disk.',
  remedy: 'See that it is still there and not open elsewhere, then choose it again.',
};

/** Ends the sending that runs. */
let sending = new AbortController();

/** Sends files piece by piece and has them read into a preview. Follow it in `useIntakeWork`. */
export async function sendFiles(client: Client, files: readonly ChosenFile[], tenantId: string): Promise<void> {
  if (isUnderWay(useIntakeWork.getState())) return;
  sending = new AbortController();
  const { signal } = sending;
  const startedAt = Date.now();
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const fileIds: string[] = [];
  let sentBytes = 0;

  for (const [index, chosen] of files.entries()) {
    const progress = { file: chosen.file.name, number: index + 1, files: files.length, totalBytes, startedAt };
    setWork({ state: 'sending', sentBytes, ...progress });
    const sent = await sendFile(client, chosen, signal, (bytes) => {
      sentBytes += bytes;
      setWork({ state: 'sending', sentBytes, ...progress });
    });
    if (signal.aborted) return;
    if (!sent.ok) {
      failWork(sent.error);
      return;
    }
    fileIds.push(sent.value);
  }

  setWork({ state: 'checking', startedAt: Date.now() });
  const previewed = await client.call('intake.preview', { fileIds, tenantId });
  if (previewed.ok) setWork({ state: 'none' });
  else failWork(previewed.error);
}

async function sendFile(
  client: Client,
  { file, path }: ChosenFile,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<Outcome<string>> {
  const opened = await client.call('intake.openFile', { name: path, sizeBytes: file.size });
  if (!opened.ok) return opened;
  const { fileId } = opened.value;
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const piece = file.slice(start, start + PIECE_BYTES);
    const base64 = await base64Of(piece);
    if (base64 === null) return { ok: false, error: unreadable };
    const appended = await client.call('intake.appendToFile', { fileId, base64 });
    if (!appended.ok) return appended;
    // What is sent after a cancel must not move the count of the next sending.
    if (signal.aborted) return { ok: false, error: cancelled };
    onSent(piece.size);
  }
  return { ok: true, value: fileId };
}

/** Ends what is under way; nothing of it reaches the queue. */
export function cancelWork(client: Client): void {
  sending.abort();
  if (useIntakeWork.getState().state === 'sending') setWork({ state: 'none' });
  else void client.call('intake.cancel', {});
}
