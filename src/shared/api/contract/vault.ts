import { z } from 'zod';
import { vaultLock } from '../../vault/vaultLock.ts';
import { vaultView } from '../../vault/vaultView.ts';
import { document, nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const vaultProcedures = {
  'vault.read': query(nothing, vaultView),
  /** What keeps the queue closed; null where it is open. While it is locked, everything but the next two is refused. */
  'vault.lock': query(nothing, vaultLock.nullable()),
  /** Opens a locked queue with what a person typed: the recovery key, which this account keeps then, or the passphrase, for this start. */
  'vault.enterKey': command(z.object({ typed: z.string().min(1).max(1_000) }), vaultView),
  /** Looks for the key of a locked queue again, where it should be: a secret store may have been unlocked, a file put back. */
  'vault.findKey': command(nothing, vaultView),
  /** The recovery key itself. Refused for a queue that is not encrypted. */
  'vault.recoveryKey': command(nothing, z.object({ keyId: z.string(), recoveryKey: z.string() })),
  /** The recovery key as a sheet of paper. */
  'vault.recoverySheet': command(nothing, document),
  /** Somebody says that the paper is put away. */
  'vault.confirmRecoveryKey': command(nothing, vaultView),
};

export type VaultHandlers = HandlersOf<typeof vaultProcedures>;
