import { recoverySentence, vaultSentence } from '../../../../shared/vault/vaultWords.ts';
import { writeOut } from '../output/writeDocument.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** `key show`; the recovery key only where it was asked for. */
export async function showKey(run: Run, reveals: boolean): Promise<ExitStatus> {
  const vault = await run.call('vault.read', {});
  const revealed = reveals ? await run.call('vault.recoveryKey', {}) : null;
  await run.print({ ...vault, ...revealed }, () =>
    [
      vaultSentence(vault),
      ...(vault.keyId === null ? [] : [`Key ${vault.keyId}`]),
      ...(vault.isEncrypted ? [recoverySentence(confirmedOn(run, vault.recoveryConfirmedAt))] : []),
      ...(revealed === null ? [] : [revealed.recoveryKey]),
    ].join('\n'),
  );
  return vault.isEncrypted && vault.recoveryConfirmedAt === null ? exitStatus.attention : exitStatus.done;
}

/** `key print`. */
export async function printRecoveryKey(run: Run, out: string): Promise<ExitStatus> {
  const sheet = await run.call('vault.recoverySheet', {});
  const file = writeOut(out, sheet, 'secret');
  await run.print({ file, mediaType: sheet.mediaType }, () =>
    [file, 'Print it, delete the file, put the paper away, and say so with “reseal key confirm”.'].join('\n'),
  );
  return exitStatus.done;
}

/** `key confirm`. */
export async function confirmRecoveryKey(run: Run): Promise<ExitStatus> {
  const vault = await run.call('vault.confirmRecoveryKey', {});
  await run.print(vault, () => recoverySentence(confirmedOn(run, vault.recoveryConfirmedAt)));
  return exitStatus.done;
}

const confirmedOn = ({ formatter }: Run, at: string | null): string | null =>
  at === null ? null : formatter.instant(at);
