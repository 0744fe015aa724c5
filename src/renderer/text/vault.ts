import type { VaultLock } from '../../shared/vault/vaultLock.ts';

export const vaultText = {
  encryption: 'Encryption',
  key: 'Key',
  noKey: 'none',
  recovery: 'Recovery key',
  confirmed: (when: string) => `printed and put away on ${when}`,
  notConfirmed: 'not put away yet',
  whyPrint:
    'The recovery key on paper opens this queue and its backups on another computer. Without it, a lost account or computer is a lost queue.',
  print: 'Print recovery key',
  confirm: 'Printed and put away',
  thanks: 'Noted: the recovery key is printed and put away.',
  lockedTitle: 'This queue is locked',
  folder: 'Folder',
  recoveryKey: 'Recovery key',
  passphraseOrKey: 'Passphrase or recovery key',
  hint: {
    recoveryKey: (keyId: string | null) =>
      keyId === null
        ? 'The 28 letters and digits on its paper. Small letters will do, and so will a scan of the code beside them.'
        : `The 28 letters and digits on the paper with the number ${keyId}. Small letters will do, and so will a scan of the code beside them.`,
    passphrase: (keyId: string | null) =>
      `The passphrase opens the queue until Reseal ends. The recovery key from the paper${keyId === null ? '' : ` with the number ${keyId}`} lets this account in from now on.`,
  } satisfies Readonly<Record<VaultLock['asks'], (keyId: string | null) => string>>,
  keptBeside:
    'While the secret store cannot be reached, a recovery key that is entered is kept beside the queue: then whoever copies the whole folder can read it.',
  show: 'Show what is typed',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  lookAgain: 'Look for the key again',
  stillMissing: 'Looked again: the key is still not there.',
} as const;
