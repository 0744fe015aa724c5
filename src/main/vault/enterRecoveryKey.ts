import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import { readRecoveryKey, recoveryKeyProblem } from '../../shared/vault/recoveryKey.ts';
import type { KeyPlace } from '../../shared/vault/vaultView.ts';
import { databaseProblem } from '../store/databaseProblem.ts';
import { recordAct } from '../store/recordAct.ts';
import { openSqlite } from '../store/sqlite.ts';
import { fileStateOf, opensWith, stateAfterRollback } from '../store/sqliteRekey.ts';
import { databaseKeyOf, keyIdOf } from './derivedKeys.ts';
import { claimKeyFile, readKeyFile, replaceKeyFile, type KeyFile } from './keyFile.ts';
import { keepSecret, type KeyPlaces } from './keySlots.ts';
import { queueFileIn } from './settleEncryption.ts';

/**
 * Lets this account open an encrypted queue with what stands on the paper, from now on.
 * @param queue the file that the key opens, where the folder has no key file yet: its own queue, or a backup that comes in its place
 * @throws AppError `invalid-input` where it was mistyped or is another queue's, `not-found` where there is nothing to open
 */
export async function enterRecoveryKey(
  dataFolder: string,
  typed: string,
  places: KeyPlaces,
  now: Date,
  queue = queueFileIn(dataFolder),
): Promise<{ readonly keyId: string; readonly keptIn: KeyPlace }> {
  const reading = readRecoveryKey(typed);
  if (!reading.ok) throw new AppError('invalid-input', recoveryKeyProblem(reading));
  const secret = Buffer.from(reading.secret);
  const keyId = keyIdOf(secret);
  const file = readKeyFile(dataFolder) ?? keyFileOf(dataFolder, queue, secret);
  if (file.key !== null && file.key.keyId !== keyId) throw otherQueue(keyId, file.key.keyId);
  // First, as entering changes nothing in the queue: a kill leaves the row and a key to be entered again, and never a key without a row.
  if (queue === queueFileIn(dataFolder)) recordEntry(queue, secret, file, now);
  const slot = await keepSecret(file.queueId, secret, places);
  const others = (file.key?.slots ?? []).filter(({ keptIn }) => keptIn !== slot.keptIn);
  const kept = { ...file, key: { keyId, slots: [slot, ...others] } };
  if (readKeyFile(dataFolder) === null) claimKeyFile(dataFolder, kept);
  else replaceKeyFile(dataFolder, kept);
  return { keyId, keptIn: slot.keptIn };
}

/** A queue that is gone or damaged holds no row; its key is needed all the more, to restore a backup. */
function recordEntry(queue: string, secret: Buffer, { cipher }: KeyFile, now: Date): void {
  const state = stateAfterRollback(queue);
  if (state === 'absent') return;
  const key = state === 'encrypted' ? databaseKeyOf(secret, 'database', cipher) : null;
  try {
    if (!opensWith(queue, key)) return;
    const database = openSqlite(queue, { key });
    try {
      const sentence = `The recovery key ${keyIdOf(secret)} was entered, so that one more account opens the queue.`;
      recordAct(database, { action: 'vault.enter', sentence }, now);
    } finally {
      database.close();
    }
  } catch (error) {
    if (databaseProblem(error)?.code !== 'damaged') throw error;
  }
}

/** Whether a backup comes to a folder without queue and key, as on another computer: only its paper opens it. */
export function needsRecoveryKey(dataFolder: string, backup: string): boolean {
  const isElsewhere = readKeyFile(dataFolder) === null && fileStateOf(queueFileIn(dataFolder)) === 'absent';
  return isElsewhere && fileStateOf(backup) === 'encrypted';
}

/** A key file for a queue that came without one, such as a backup that was copied here. */
function keyFileOf(dataFolder: string, queue: string, secret: Buffer): KeyFile {
  if (fileStateOf(queue) !== 'encrypted') {
    throw new AppError('not-found', `There is no encrypted queue in ${dataFolder}.`, {
      remedy: 'Copy the queue there first, as reseal.db, or name its folder with --data-dir.',
    });
  }
  const cipher = (['aegis', 'sqlcipher'] as const).find((each) =>
    opensWith(queue, databaseKeyOf(secret, 'database', each)),
  );
  if (cipher === undefined) {
    throw new AppError('key-wrong', `${basename(queue)} does not open with the key ${keyIdOf(secret)}.`, {
      remedy:
        'It is another queue’s key, or the beginning of the file is damaged: look at the key’s number on the paper.',
    });
  }
  return {
    format: 1,
    queueId: randomUUID(),
    cipher,
    isEncrypted: true,
    key: null,
    next: null,
    inUse: queue === queueFileIn(dataFolder),
    recoveryConfirmedAt: null,
  };
}

function otherQueue(typed: string, wanted: string): AppError {
  return new AppError('invalid-input', `That is the key of another queue (${typed}); this one has the key ${wanted}.`, {
    remedy: 'Look for the paper with that number.',
  });
}
