import type { Document } from '../../../shared/api/document.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import type { Client } from '../../api/client.ts';
import { blobOf } from '../../api/saveDocument.ts';

/** All of an attachment, as the browser handles it. */
export async function readAttachment(
  client: Client,
  id: string,
): Promise<Outcome<Pick<Document, 'fileName'> & { readonly blob: Blob }>> {
  const first = await client.call('attachments.read', { id, piece: 0 });
  if (!first.ok) return first;
  const { file, pieces } = first.value;
  const parts = [blobOf(file)];
  for (let piece = 1; piece < pieces; piece += 1) {
    const next = await client.call('attachments.read', { id, piece });
    if (!next.ok) return next;
    parts.push(blobOf(next.value.file));
  }
  return { ok: true, value: { fileName: file.fileName, blob: new Blob(parts, { type: file.mediaType }) } };
}
