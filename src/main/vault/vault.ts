import type { DatabaseKey } from '../store/sqlite.ts';
import type { KeyPlace, VaultView } from '../../shared/vault/vaultView.ts';
import { writeRecoveryKey } from '../../shared/vault/recoveryKey.ts';
import { databaseKeyOf } from './derivedKeys.ts';
import { readKeyFile, replaceKeyFile, type KeyFile } from './keyFile.ts';

/** What opens the queue of one data folder, and what a person may know and say about that. */
export interface Vault {
  /** Null for a plain queue. */
  readonly databaseKey: DatabaseKey | null;
  readonly practiceTenantKey: DatabaseKey | null;
  /** Whether a sign-in may be kept in the queue: its key does not lie beside it. */
  readonly keepsSignIns: boolean;
  readonly view: () => VaultView;
  /** Null for a queue without a key. */
  readonly recoveryKey: () => string | null;
  readonly confirmRecoveryKey: (at: Date) => void;
  /** Notes that a queue was made here, so that an empty folder is not taken for a new one. */
  readonly markInUse: () => void;
}

interface OpenedVault {
  readonly dataFolder: string;
  readonly secret: Buffer | null;
  readonly keptIn: KeyPlace | null;
  /** How the queue is now, which may not be how it shall be. */
  readonly isEncrypted: boolean;
  readonly waitsFor: VaultView['waitsFor'];
}

export function createVault({ dataFolder, secret, keptIn, isEncrypted, waitsFor }: OpenedVault): Vault {
  const change = (changed: Partial<KeyFile>): void => {
    const file = readKeyFile(dataFolder);
    if (file !== null) replaceKeyFile(dataFolder, { ...file, ...changed });
  };
  const opens = isEncrypted ? secret : null;
  const cipher = readKeyFile(dataFolder)?.cipher ?? 'aegis';
  return {
    databaseKey: opens === null ? null : databaseKeyOf(opens, 'database', cipher),
    practiceTenantKey: opens === null ? null : databaseKeyOf(opens, 'practice tenant', cipher),
    keepsSignIns: isEncrypted && keptIn !== 'file',
    view() {
      const file = readKeyFile(dataFolder);
      return {
        isEncrypted,
        keyId: file?.key?.keyId ?? null,
        keptIn: isEncrypted ? keptIn : null,
        recoveryConfirmedAt: file?.recoveryConfirmedAt ?? null,
        waitsFor,
      };
    },
    recoveryKey: () => (secret === null ? null : writeRecoveryKey(secret)),
    confirmRecoveryKey: (at) => change({ recoveryConfirmedAt: at.toISOString() }),
    markInUse() {
      if (readKeyFile(dataFolder)?.inUse === false) change({ inUse: true });
    },
  };
}
