import { useState } from 'react';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { saveDocument } from '../../../api/saveDocument.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useClient } from '../../../api/clientContext.ts';
import { deviceActsText } from '../../../text/queue.ts';
import { useNotify } from '../../../ui/notify.ts';
import { reasonsOf, useTellQueued } from './useTellQueued.ts';

export type ExportTarget = InputOf<'exports.write'>['target'];

/** What can be done to one device or many without asking anything first. Each tells what it came to. */
export function useDeviceActs() {
  const client = useClient();
  const notify = useNotify();
  const tellQueued = useTellQueued();
  const registration = useCommand('registration.register');
  const uploading = useCommand('identifiers.upload');
  const associating = useCommand('identifiers.associateDevices');
  const unblocking = useCommand('registration.unblock');
  const accountDeletion = useCommand('removal.recordAccountDeleted');
  const removal = useCommand('devices.takeOff');
  const restoring = useCommand('devices.putBack');
  const exporting = useCommand('exports.write');
  const [isMakingLabels, setIsMakingLabels] = useState(false);

  return {
    register: async (ids: readonly string[]) => {
      const outcome = await registration.run({ deviceIds: [...ids] });
      if (outcome.ok) tellQueued(outcome.value);
    },
    isRegistering: registration.running,

    uploadIdentifiers: async (ids: readonly string[]) => {
      const outcome = await uploading.run({ deviceIds: [...ids] });
      if (outcome.ok) tellQueued(outcome.value);
    },

    associate: async (ids: readonly string[]) => {
      const outcome = await associating.run({ deviceIds: [...ids] });
      if (outcome.ok) tellQueued(outcome.value);
    },

    unblock: async (ids: readonly string[]) => {
      const outcome = await unblocking.run({ deviceIds: [...ids] });
      if (outcome.ok) tellQueued(outcome.value);
    },

    /** Somebody has deleted the computer account of a deregistered device in Active Directory. */
    recordAccountDeleted: async (deviceId: string) => {
      const outcome = await accountDeletion.run({ deviceId });
      if (outcome.ok) notify.done(deviceActsText.accountDeleted);
    },
    isRecordingAccount: accountDeletion.running,

    /** Off the local queue only, and so it can be undone. True where it went through. */
    remove: async (ids: readonly string[]): Promise<boolean> => {
      const outcome = await removal.run({ ids: [...ids] });
      if (!outcome.ok) return false;
      notify.done(deviceActsText.removed(outcome.value.takenOff), () => void restoring.run({ ids: [...ids] }));
      return true;
    },

    saveLabels: async (ids: readonly string[]) => {
      setIsMakingLabels(true);
      const outcome = await client.call('labels.document', { deviceIds: [...ids], format: 'pdf' });
      setIsMakingLabels(false);
      if (!outcome.ok) {
        notify.failed(outcome.error);
        return;
      }
      saveDocument(outcome.value);
      notify.done(deviceActsText.labelsSaved(ids.length));
    },
    isMakingLabels,

    exportTo: async (target: ExportTarget, ids: readonly string[]) => {
      const outcome = await exporting.run({ target, deviceIds: [...ids] });
      if (!outcome.ok) return;
      for (const file of outcome.value.files) saveDocument(file);
      const { written, refused } = outcome.value;
      if (refused.length === 0) notify.done(deviceActsText.exported(written));
      else notify.warn(deviceActsText.refused(refused.length), reasonsOf(refused));
    },
  };
}
