import { z } from 'zod';
import { vaultView } from '../../vault/vaultView.ts';
import { document, nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const vaultProcedures = {
  'vault.read': query(nothing, vaultView),
  /** The recovery key itself. Refused for a queue that is not encrypted. */
  'vault.recoveryKey': command(nothing, z.object({ keyId: z.string(), recoveryKey: z.string() })),
  /** The recovery key as a sheet of paper. */
  'vault.recoverySheet': command(nothing, document),
  /** Somebody says that the paper is put away. */
  'vault.confirmRecoveryKey': command(nothing, vaultView),
};

export type VaultHandlers = HandlersOf<typeof vaultProcedures>;
