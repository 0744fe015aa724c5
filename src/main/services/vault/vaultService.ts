import type { VaultHandlers } from '../../../shared/api/contract/vault.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

/** How the queue is encrypted, and the recovery key that opens it elsewhere. */
export function createVaultService({
  audit,
  formatter,
  ports,
  publish,
  settings,
  store,
  who,
}: ServiceContext): VaultHandlers {
  const { vault } = ports;

  function keyToShow(): { readonly keyId: string; readonly recoveryKey: string } {
    const { keyId } = vault.view();
    const recoveryKey = vault.recoveryKey();
    if (keyId !== null && recoveryKey !== null) return { keyId, recoveryKey };
    throw new AppError('not-found', 'This queue is not encrypted, so it has no recovery key.', {
      remedy: 'Encrypt it first: “reseal queue encrypt”.',
    });
  }

  function record(action: string, sentence: string): void {
    store.write(() => audit.add({ who: who(), action, sentence }));
  }

  /** Whoever types one into an open queue comes too late: another page has unlocked it meanwhile. */
  function refuseKey(): never {
    throw new AppError('conflict', 'This queue is open already.', { remedy: 'Load the page again.' });
  }

  return {
    'vault.read': () => vault.view(),

    'vault.lock': () => null,
    'vault.enterKey': refuseKey,
    'vault.findKey': refuseKey,

    'vault.recoveryKey': () => {
      const key = keyToShow();
      record('vault.recoveryKey', `The recovery key ${key.keyId} was shown.`);
      return key;
    },

    async 'vault.recoverySheet'() {
      const key = keyToShow();
      const { labName } = readSettings(settings);
      const printedAt = ports.clock.now();
      const { recoverySheetPdf } = await import('./paper/recoverySheetPdf.ts');
      const pdf = await recoverySheetPdf({ ...key, labName, printedAt }, formatter);
      record('vault.recoverySheet', `The recovery key ${key.keyId} was printed.`);
      return paperFile(`reseal-recovery-key-${key.keyId}`, 'pdf', pdf);
    },

    'vault.confirmRecoveryKey': () => {
      const { keyId } = keyToShow();
      vault.confirmRecoveryKey(ports.clock.now());
      record('vault.confirmRecoveryKey', `The recovery key ${keyId} is printed and put away.`);
      publish('settings.changed');
      return vault.view();
    },
  };
}
