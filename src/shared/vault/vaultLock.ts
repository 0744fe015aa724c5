import { z } from 'zod';
import { failure } from '../outcome/outcome.ts';

/** Why a queue is locked, and what opens it. */
export const vaultLock = z.object({
  dataFolder: z.string(),
  /** Stands on the paper of the right recovery key; null where the file that names it is gone. */
  keyId: z.string().nullable(),
  /** The recovery key opens it always; where one was set, the passphrase does too. */
  asks: z.enum(['recoveryKey', 'passphrase']),
  problem: failure,
});
export type VaultLock = z.infer<typeof vaultLock>;
