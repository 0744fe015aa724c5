import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/main/store/openStore.ts';
import type { Store } from '../../src/main/store/store.ts';
import { openSqlite, type SqliteDatabase } from '../../src/main/store/sqlite.ts';
import { fileStateOf } from '../../src/main/store/sqliteRekey.ts';
import { keyIdOf } from '../../src/main/vault/derivedKeys.ts';
import { claimKeyFile, readKeyFile } from '../../src/main/vault/keyFile.ts';
import { createVault, type Vault } from '../../src/main/vault/vault.ts';
import type { KeyPlace } from '../../src/shared/vault/vaultView.ts';

/** The key of every queue of a test that does not bring its own. */
const TEST_SECRET = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

/** What opens the queue of a test's data folder: encrypted, unless the test put a plain one there. Its key file lets the doors in too. */
export function testVault(dataFolder: string, keptIn: KeyPlace = 'secretStore'): Vault {
  mkdirSync(dataFolder, { recursive: true });
  const isEncrypted = fileStateOf(join(dataFolder, 'reseal.db')) !== 'plain';
  return createVault({ dataFolder, secret: secretIn(dataFolder), keptIn, isEncrypted, waitsFor: null });
}

/** The store of a test's data folder, as its backend opens it. */
export function openTestStore(dataFolder: string, now: () => Date): Store {
  return openStore(dataFolder, now, testVault(dataFolder).databaseKey);
}

/** The database of a test's data folder, or a copy of it, past the store. */
export function openRawQueue(dataFolder: string, file = join(dataFolder, 'reseal.db')): SqliteDatabase {
  const key = fileStateOf(file) === 'plain' ? null : testVault(dataFolder).databaseKey;
  return openSqlite(file, { key });
}

function secretIn(dataFolder: string): Buffer {
  const slot = (readKeyFile(dataFolder) ?? claimTestKey(dataFolder)).key?.slots[0];
  if (slot?.keptIn !== 'file') throw new Error('The key of a test lies in its file.');
  return Buffer.from(slot.secret, 'base64');
}

const claimTestKey = (dataFolder: string) =>
  claimKeyFile(dataFolder, {
    format: 1,
    queueId: randomUUID(),
    cipher: 'aegis',
    isEncrypted: true,
    key: { keyId: keyIdOf(TEST_SECRET), slots: [{ keptIn: 'file', secret: TEST_SECRET.toString('base64') }] },
    next: null,
    inUse: false,
    recoveryConfirmedAt: null,
  });
