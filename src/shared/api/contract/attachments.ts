import { z } from 'zod';
import { attachment } from '../../attachments/attachment.ts';
import { document, nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const withId = z.object({ id: z.uuid() });

export const attachmentProcedures = {
  /** The photos and files of a device, the newest first. Those that have not arrived whole are not among them. */
  'attachments.list': query(
    z.object({ deviceId: z.uuid() }),
    z.object({ attachments: z.array(attachment), totalBytes: z.number().int() }),
  ),
  /**
   * Begins to attach a photo or a file: its bytes follow in pieces, and it is there once all have come. It belongs to the latest
   * technician flow of the device, where there is one. An empty file and one of more than 64 MiB are refused.
   */
  'attachments.add': command(
    z.object({
      deviceId: z.uuid(),
      name: z.string().trim().min(1).max(255),
      sizeBytes: z.number().int().min(0),
      /** A small JPEG of a photo, for lists. */
      thumbnail: z.string().max(40_000).nullable().default(null),
    }),
    withId,
  ),
  /** The next piece of it, 4 MiB at most; `attachment` with the last one. */
  'attachments.append': command(
    z.object({ id: z.uuid(), base64: z.string().max(6_000_000) }),
    z.object({ attachment: attachment.nullable() }),
  ),
  /** One piece of an attachment, in the order of `piece` from 0; `pieces` is how many there are. */
  'attachments.read': query(
    z.object({ id: z.uuid(), piece: z.number().int().min(0).default(0) }),
    z.object({ file: document, pieces: z.number().int() }),
  ),
  /** Says that it stays, or that it may go when its time is over. */
  'attachments.keep': command(z.object({ id: z.uuid(), isKept: z.boolean() }), z.object({ attachment })),
  'attachments.remove': command(withId, nothing),
};

export type AttachmentHandlers = HandlersOf<typeof attachmentProcedures>;
