import type { KeyPlace, VaultView } from './vaultView.ts';

const places: Readonly<Record<KeyPlace, string>> = {
  secretStore:
    'The queue is encrypted. Its key is in the secret store of this account. Sign-ins are kept in the queue until somebody signs out.',
  passphrase:
    'The queue is encrypted. A passphrase opens its key. Sign-ins are kept in the queue until somebody signs out.',
  file: 'The queue is encrypted, but its key lies beside it in reseal.key.json: whoever copies the whole folder can read the queue. A sign-in is not kept.',
};

const waits: Readonly<Record<NonNullable<VaultView['waitsFor']>, string>> = {
  otherReseal: 'Close every other Reseal on this data folder once, and start it again: then that can be changed.',
  disk: 'That could not be changed, since the disk is full or cannot be written to: the backup before it takes as much room as the queue. Free some, and start Reseal again.',
  encryptingBuild: 'This build of Reseal cannot encrypt.',
};

/** How a queue is kept, and what is still to be done about it. */
export function vaultSentence({
  isEncrypted,
  keptIn,
  waitsFor,
}: Omit<VaultView, 'recoveryConfirmedAt' | 'keyId'>): string {
  const state =
    isEncrypted && keptIn !== null
      ? places[keptIn]
      : 'The queue is not encrypted: whoever can read its files can read hardware hashes and user names. A sign-in is not kept.';
  return waitsFor === null ? state : `${state} ${waits[waitsFor]}`;
}

/** Whether the recovery key is known to lie somewhere safe; `when` is the day in the reader's writing. */
export function recoverySentence(when: string | null): string {
  return when === null
    ? 'Nobody has said yet that the recovery key is printed and put away. Without it, a lost account or computer is a lost queue.'
    : `The recovery key was printed and put away on ${when}.`;
}
