import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { manifestFileOf } from '../../../src/main/store/backupFolder.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { unlock } from '../../../src/main/vault/unlock.ts';
import { ask } from '../../rigs/askBackend.ts';
import { fakeKeyStore } from '../../rigs/fakeKeyStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let elsewhere: ReturnType<typeof temporaryFolder>;
let backups: string;
let backend: Backend;
beforeEach(() => {
  folder = temporaryFolder();
  elsewhere = temporaryFolder();
  backups = join(folder.path, 'backups');
});
afterEach(async () => {
  await backend.close();
  folder.remove();
  elsewhere.remove();
});

const now = () => new Date();

/** A plain copy of a queue in a folder, by its name there. */
function plainCopyIn(dataFolder: string): string {
  const store = openStore(dataFolder, now);
  const file = store.backUp('manual');
  store.close();
  return basename(file);
}

/** Opens the queue of the folder as a door does: a plain one is encrypted after a backup. */
async function open(options: { readonly withoutEncryption?: boolean } = {}): Promise<void> {
  const vault = await unlock({ dataFolder: folder.path, now, environment: {}, store: fakeKeyStore(), ...options });
  backend = createBackend(testPorts(folder.path, { vault }));
}

const found = async () =>
  (await ask(backend, 'backups.list', {})).unencrypted.map(({ file }) => basename(file)).toSorted();
const refusal = async () => {
  const outcome = await backend.dispatch('backups.deleteUnencrypted', {});
  return outcome.ok ? null : outcome.error;
};

describe('unencrypted backups of a queue that was encrypted', () => {
  it('are deleted with their manifests, where an encrypted one opens; what is not ours stays', async () => {
    const listed = plainCopyIn(folder.path);
    const unlisted = 'reseal-of-before.db';
    copyFileSync(join(backups, listed), join(backups, unlisted));
    const other = temporaryFolder();
    const ofAnother = plainCopyIn(other.path);
    for (const name of [ofAnother, `${ofAnother}.json`]) {
      copyFileSync(join(other.path, 'backups', name), join(backups, `other-${name}`));
    }
    other.remove();
    const foreign = openSqlite(join(backups, 'notes.db'));
    foreign.exec('CREATE TABLE note (text TEXT)');
    foreign.close();
    writeFileSync(join(backups, 'noise.db'), 'SQLite format 3\0 and then noise');
    await open();
    const [beforeEncryption = ''] = readdirSync(backups).filter((name) => /before-encryption.*db$/.test(name));
    const plain = [listed, unlisted, beforeEncryption].toSorted();
    expect(await found()).toEqual(plain);

    expect(await refusal()).toEqual({
      code: 'blocked',
      message: 'No encrypted backup of this queue opens, so the unencrypted ones stay.',
      remedy: 'Back up now, then delete them.',
    });
    expect(await found()).toEqual(plain);

    const encrypted = basename((await ask(backend, 'backups.make', {})).file);
    // The one of before the encryption made room for the newer one of the same day.
    expect(await ask(backend, 'backups.deleteUnencrypted', {})).toEqual({ deleted: 2 });
    expect(await found()).toEqual([]);
    expect(readdirSync(backups).toSorted()).toEqual(
      [
        encrypted,
        `${encrypted}.json`,
        'noise.db',
        'notes.db',
        `other-${ofAnother}`,
        `other-${ofAnother}.json`,
      ].toSorted(),
    );
    const [row] = (await ask(backend, 'audit.list', {})).entries;
    expect(row).toMatchObject({
      action: 'backups.deleteUnencrypted',
      sentence: 'Reseal began to delete the backups that are not encrypted: 2.',
    });
    expect(await ask(backend, 'backups.deleteUnencrypted', {})).toEqual({ deleted: 0 });
  });

  it('stay where the encrypted one is damaged', async () => {
    plainCopyIn(folder.path);
    await open();
    const { file } = await ask(backend, 'backups.make', {});
    const bytes = readFileSync(file);
    bytes.fill(0, bytes.length / 2, bytes.length / 2 + 64);
    writeFileSync(file, bytes);
    expect(await refusal()).toMatchObject({ code: 'blocked' });
    expect(await found()).toHaveLength(1);
  });

  it('are deleted in the second place too, but for those that may be of another lab', async () => {
    const listed = plainCopyIn(folder.path);
    const onStick = join(elsewhere.path, listed);
    copyFileSync(join(backups, listed), onStick);
    copyFileSync(manifestFileOf(join(backups, listed)), manifestFileOf(onStick));
    const nameless = join(elsewhere.path, 'nameless.db');
    copyFileSync(onStick, nameless);
    const database = openSqlite(nameless);
    database.exec(`DELETE FROM setting WHERE name = 'queueId'`);
    database.close();
    await open();
    await ask(backend, 'settings.write', { backupFolder: elsewhere.path });
    expect(await found()).toHaveLength(3);
    await ask(backend, 'backups.make', {});
    expect(await ask(backend, 'backups.deleteUnencrypted', {})).toEqual({ deleted: 2 });
    expect(readdirSync(elsewhere.path)).toContain('nameless.db');
    expect(readdirSync(elsewhere.path)).not.toContain(listed);

    rmSync(elsewhere.path, { recursive: true });
    expect(await found()).toEqual([]);
    mkdirSync(elsewhere.path);
  });

  it('are none of a queue that is plain', async () => {
    plainCopyIn(folder.path);
    await open({ withoutEncryption: true });
    expect(await found()).toEqual([]);
    expect(await refusal()).toMatchObject({ code: 'conflict' });
    expect(readdirSync(backups)).toHaveLength(2);
  });
});
