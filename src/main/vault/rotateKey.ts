import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import { hasAct, recordAct } from '../store/recordAct.ts';
import { openSqlite, type DatabaseKey } from '../store/sqlite.ts';
import { fileStateOf, opensWith, rekeyInPlace } from '../store/sqliteRekey.ts';
import { databaseKeyOf, keyIdOf, SECRET_BYTES } from './derivedKeys.ts';
import { readKeyFile, replaceKeyFile, type HeldKey, type KeyFile } from './keyFile.ts';
import { findSecret, forgetSecret, keepSecret, type KeyPlaces } from './keySlots.ts';
import { backUpBefore, queueFileIn } from './settleEncryption.ts';

/**
 * Gives an encrypted queue a new key, so that the paper of the old one opens only what was copied before.
 * @returns the ids of both keys
 * @throws AppError `blocked` where another Reseal has the queue open, `not-found` where it is not encrypted
 */
export async function rotateKey(
  dataFolder: string,
  places: KeyPlaces,
  now: Date,
): Promise<{ readonly before: string; readonly after: string }> {
  const file = readKeyFile(dataFolder);
  const queue = queueFileIn(dataFolder);
  if (file === null || file.key === null || !file.isEncrypted || fileStateOf(queue) !== 'encrypted') {
    throw new AppError('not-found', 'There is no encrypted queue here whose key could be changed.');
  }
  const { queueId, cipher, key } = file;
  const old = (await findSecret(queueId, key, places)).secret;
  const secret = randomBytes(SECRET_BYTES);
  const next: HeldKey = { keyId: keyIdOf(secret), slots: [await keepSecret(queueId, secret, places)] };
  replaceKeyFile(dataFolder, { ...file, next });
  const from = databaseKeyOf(old, 'database', cipher);
  const isDone = rekeyInPlace(queue, {
    from,
    to: databaseKeyOf(secret, 'database', cipher),
    before: backUpBefore('new-key', { dataFolder, key: from, now }),
  });
  await settleRotation(dataFolder, { ...file, next }, places, now);
  if (isDone) return { before: key.keyId, after: next.keyId };
  throw new AppError('blocked', 'Another Reseal has this queue open.', {
    remedy: 'Close every window, browser door and command on this data folder, then try again.',
  });
}

/** Ends a change of key, also one that was broken off: the key that opens the queue stays, the other is forgotten. */
export async function settleRotation(
  dataFolder: string,
  begun: KeyFile,
  places: KeyPlaces,
  now: Date,
): Promise<KeyFile> {
  const { queueId, key, next, cipher } = begun;
  if (key === null || next === null) return begun;
  const old = (await findSecret(queueId, key, places)).secret;
  const queue = queueFileIn(dataFolder);
  // With the old key SQLite rolls back what was broken off; or waits for the process that is about it, and then finds it done.
  const isAsBefore = fileStateOf(queue) === 'absent' || opensWith(queue, databaseKeyOf(old, 'database', cipher));
  // Only now: where nothing was changed, the next key is not needed, and a secret store that was emptied does not have it.
  const secrets = isAsBefore ? null : { old, next: (await findSecret(queueId, next, places)).secret };
  const isDone = secrets !== null && opensWith(queue, databaseKeyOf(secrets.next, 'database', cipher));
  // A file that is damaged, or not there as it was, tells nothing: once it is put back, either key may be the right one.
  if (!isAsBefore && !isDone) return begun;
  // Another process may have ended it while this one waited.
  const file = readKeyFile(dataFolder);
  if (file === null || file.next === null) return file ?? begun;
  if (isDone) {
    // Before the key file forgets that a change was begun: a kill leaves it to the next start to write what is missing.
    recordRotation(queue, databaseKeyOf(secrets.next, 'database', cipher), { before: key, after: next }, now);
    rotatePracticeTenant(dataFolder, secrets, cipher);
  }
  const settled = replaceKeyFile(dataFolder, {
    ...file,
    key: isDone ? next : key,
    next: null,
    recoveryConfirmedAt: isDone ? null : file.recoveryConfirmedAt,
  });
  await forgetSecret(queueId, isDone ? key : next, places);
  return settled;
}

/** Once, whoever ends the change and however often. */
function recordRotation(
  queue: string,
  key: DatabaseKey,
  { before, after }: { readonly before: HeldKey; readonly after: HeldKey },
  now: Date,
): void {
  const act = {
    action: 'vault.rotate',
    sentence: `The queue was given the key ${after.keyId} in the place of ${before.keyId}.`,
  };
  const database = openSqlite(queue, { key });
  try {
    database.transaction(() => hasAct(database, act) || recordAct(database, act, now)).immediate();
  } finally {
    database.close();
  }
}

function rotatePracticeTenant(
  dataFolder: string,
  secrets: { readonly old: Buffer; readonly next: Buffer },
  cipher: DatabaseKey['cipher'],
): void {
  const file = join(dataFolder, 'practice-tenant.db');
  const from = databaseKeyOf(secrets.old, 'practice tenant', cipher);
  if (fileStateOf(file) !== 'encrypted' || !opensWith(file, from)) return;
  rekeyInPlace(file, { from, to: databaseKeyOf(secrets.next, 'practice tenant', cipher) });
}
