import { z } from 'zod';

/** Where the key of a queue rests. */
export const keyPlace = z.enum(['secretStore', 'passphrase', 'file']);
export type KeyPlace = z.infer<typeof keyPlace>;

/** Whether and how a queue is encrypted, without anything secret. */
export const vaultView = z.object({
  isEncrypted: z.boolean(),
  /** Tells two keys apart, on paper too; null where the queue never had one. */
  keyId: z.string().nullable(),
  /** From where this process has the key; null for a plain queue. */
  keptIn: keyPlace.nullable(),
  /** When somebody said that the recovery key is printed and put away. */
  recoveryConfirmedAt: z.iso.datetime().nullable(),
  /** Why the queue is not yet as it shall be: another Reseal has it open, the disk is full, or this build cannot encrypt. */
  waitsFor: z.enum(['otherReseal', 'disk', 'encryptingBuild']).nullable(),
});
export type VaultView = z.infer<typeof vaultView>;
