import { PIECE_BYTES, type Attachment } from '../../../shared/attachments/attachment.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import type { Client } from '../../api/client.ts';
import { attachmentText as text } from '../../text/attachments.ts';
import { base64Of } from '../../ui/base64Of.ts';
import { shrinkPhoto } from './shrinkPhoto.ts';

/** What a browser shows, and a camera or a phone makes. Other pictures are kept as the files that they are. */
const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** Attaches a photo or a file to a device, piece by piece. @param onSent how much of it has gone, from 0 to 1 */
export async function sendAttachment(
  client: Client,
  deviceId: string,
  file: File,
  onSent: (part: number) => void,
): Promise<Outcome<Attachment>> {
  const shrunk = PHOTO_TYPES.includes(file.type) ? await shrinkPhoto(file) : null;
  const content: Blob = shrunk?.photo ?? file;
  const thumbnail = shrunk === null ? null : await base64Of(shrunk.thumbnail);
  const begun = await client.call('attachments.add', {
    deviceId,
    name: file.name,
    sizeBytes: content.size,
    thumbnail,
  });
  if (!begun.ok) return begun;
  for (let start = 0; ; start += PIECE_BYTES) {
    const base64 = await base64Of(content.slice(start, start + PIECE_BYTES));
    if (base64 === null) return unreadable;
    const sent = await client.call('attachments.append', { id: begun.value.id, base64 });
    if (!sent.ok) return sent;
    onSent(Math.min(1, (start + PIECE_BYTES) / content.size));
    if (sent.value.attachment !== null) return { ok: true, value: sent.value.attachment };
  }
}

const unreadable = {
  ok: false,
  error: { code: 'unreadable', message: text.unreadable, remedy: text.unreadableRemedy },
} as const;
