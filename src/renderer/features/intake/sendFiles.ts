import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { Client } from '../../api/client.ts';
import { base64Of } from '../../ui/base64Of.ts';
import type { ChosenFile } from './droppedFiles.ts';
import { rememberSent } from './sentFiles.ts';
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

/**
 * Sends files piece by piece and has them read into a preview; without a tenant they are checked, and nothing is kept of them.
 * Follow it in `useIntakeWork`.
 */
export async function sendFiles(client: Client, files: readonly ChosenFile[], tenantId: string | null): Promise<void> {
  if (isUnderWay(useIntakeWork.getState())) return;
  sending = new AbortController();
  const { signal } = sending;
  const isCancelled = (): boolean => signal.aborted;
  rememberSent(files);
  const startedAt = Date.now();
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const fileIds: string[] = [];
  let sentBytes = 0;

  function giveUp(failure: Failure): void {
    if (fileIds.length > 0) void client.call('intake.closeFiles', { fileIds });
    // Whoever cancelled has left this work already, and may have begun another.
    if (!isCancelled()) failWork(failure);
  }

  for (const [index, chosen] of files.entries()) {
    const progress = { file: chosen.file.name, number: index + 1, files: files.length, totalBytes, startedAt };
    setWork({ state: 'sending', sentBytes, ...progress });
    const opened = await client.call('intake.openFile', { name: chosen.path, sizeBytes: chosen.file.size });
    if (!opened.ok) {
      giveUp(opened.error);
      return;
    }
    const { fileId } = opened.value;
    fileIds.push(fileId);
    const failure = await sendPieces(client, fileId, chosen.file, isCancelled, (bytes) => {
      sentBytes += bytes;
      setWork({ state: 'sending', sentBytes, ...progress });
    });
    if (failure !== null) {
      giveUp(failure);
      return;
    }
  }

  if (tenantId === null) {
    setWork({ state: 'inspecting', startedAt: Date.now() });
    const inspected = await client.call('intake.inspect', { fileIds });
    if (isCancelled()) return;
    if (inspected.ok) setWork({ state: 'inspected', result: inspected.value });
    else giveUp(inspected.error);
    return;
  }
  const previewId = crypto.randomUUID();
  setWork({ state: 'checking', previewId, startedAt: Date.now() });
  const previewed = await client.call('intake.preview', { fileIds, tenantId, previewId });
  if (previewed.ok) setWork({ state: 'none' });
  else giveUp(previewed.error);
}

/** Null once all of the file has arrived. */
async function sendPieces(
  client: Client,
  fileId: string,
  file: File,
  isCancelled: () => boolean,
  onSent: (bytes: number) => void,
): Promise<Failure | null> {
  // What is sent after a cancel must not move the count of the next sending.
  if (isCancelled()) return cancelled;
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const piece = file.slice(start, start + PIECE_BYTES);
    const base64 = await base64Of(piece);
    if (base64 === null) return unreadable;
    const appended = await client.call('intake.appendToFile', { fileId, base64 });
    if (isCancelled()) return cancelled;
    if (!appended.ok) return appended.error;
    onSent(piece.size);
  }
  return null;
}

/** Ends what is under way; nothing of it reaches the queue. */
export function cancelWork(client: Client): void {
  const work = useIntakeWork.getState();
  if (work.state === 'sending' || work.state === 'inspecting') {
    sending.abort();
    setWork({ state: 'none' });
  } else if (work.state === 'checking' || work.state === 'committing') {
    void client.call('intake.cancel', { previewId: work.previewId });
  }
}
