import { z } from 'zod';

/** A photo is shown as a picture; any other file is kept for whoever reads it elsewhere. */
export const attachmentKind = z.enum(['photo', 'file']);

export const attachment = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  /** The technician flow during or after which it was attached; null where there had been none. */
  benchRunId: z.uuid().nullable(),
  name: z.string(),
  kind: attachmentKind,
  /** Told from its first bytes. */
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  /** A small JPEG in base64, made by the page; null where there is none. */
  thumbnail: z.string().nullable(),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
  /** Whether somebody said that it stays. */
  isKept: z.boolean(),
  /** When it goes by itself; null where it stays. */
  forgetAt: z.iso.datetime().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

/** Log archives hold names of people and of their files: they go after four weeks, unless somebody keeps them. */
export const FORGET_AFTER_DAYS = 28;
/** What Intune collects of one device stays below this. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const MOST_OF_ONE_DEVICE = 50;
/** Small enough that no door needs a large message. */
export const PIECE_BYTES = 2 * 1024 * 1024;

const DAY_MS = 24 * 60 * 60_000;

/** When an attachment goes by itself; null where it stays: photos, and what somebody keeps. */
export function forgetAtOf({ kind, isKept, addedAt }: Pick<Attachment, 'kind' | 'isKept' | 'addedAt'>): string | null {
  if (kind === 'photo' || isKept) return null;
  return new Date(Date.parse(addedAt) + FORGET_AFTER_DAYS * DAY_MS).toISOString();
}
