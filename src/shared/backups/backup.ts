import { z } from 'zod';

/** Why a copy of the queue was made: at the first quiet minute of a day, by hand, or before something that changes the whole file. */
export const backupReason = z.enum(['daily', 'manual', 'migration', 'encryption']);
export type BackupReason = z.infer<typeof backupReason>;

/** What a copy of the queue holds, as it was read from the copy itself. */
export const backupContents = z.object({
  /** The queue that it is a copy of; null for one of before queues had a name. */
  queueId: z.string().nullable(),
  /** The number of the last step in its format. */
  format: z.int(),
  isEncrypted: z.boolean(),
  devices: z.int(),
  /** When anything in it changed last; null where nothing ever did. */
  newestChangeAt: z.string().nullable(),
});
export type BackupContents = z.infer<typeof backupContents>;

/** What lies beside a copy, in `<copy>.json`: it was opened and checked when this was written. */
export const backupManifest = backupContents.extend({
  madeAt: z.iso.datetime(),
  reason: backupReason,
  /** Of the key that opens it, where it takes one: no secret. */
  keyId: z.string().nullable(),
  sizeBytes: z.int(),
  sha256: z.string(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** A verified copy, and where it is. */
export const backup = backupManifest.extend({ file: z.string() });
export type Backup = z.infer<typeof backup>;

/** A copy that anybody can read. */
export const plainBackup = z.object({ file: z.string(), madeAt: z.string() });
export type PlainBackup = z.infer<typeof plainBackup>;

/** What would be missing of the queue as it is, if a copy took its place. */
export const wouldBeMissing = z.object({
  devicesNow: z.int(),
  /** Devices that came after the copy. */
  devicesSince: z.int(),
  newestChangeAt: z.string().nullable(),
});
export type WouldBeMissing = z.infer<typeof wouldBeMissing>;

/** A copy as a person looks at it before it is restored. */
export const backupDescription = backupContents.extend({
  file: z.string(),
  madeAt: z.string(),
  /** Null for a file without a manifest. */
  reason: backupReason.nullable(),
  /** Null where the queue cannot be read, or is not there. */
  missing: wouldBeMissing.nullable(),
});
export type BackupDescription = z.infer<typeof backupDescription>;

const STALE_AFTER_MS = 3 * 24 * 60 * 60_000;

/** Whether the newest copy is so old that somebody should know. @param madeAt of the newest one; null where there is none */
export function isStale(madeAt: string | null, now: Date): boolean {
  return madeAt === null || now.getTime() - Date.parse(madeAt) > STALE_AFTER_MS;
}
