import { useCallback } from 'react';
import { useClient } from '../../api/clientContext.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { intakeText } from '../../text/intake.ts';
import { useNotify } from '../../ui/notify.ts';
import { usableFiles, type Dropped } from './droppedFiles.ts';
import { failWork } from './intakeWork.ts';
import { sendFiles } from './sendFiles.ts';

/** Takes files that were chosen or dropped, for the tenant whose devices are shown; where there is none, they are checked. */
export function useTakeFiles(): (dropped: Dropped) => void {
  const client = useClient();
  const notify = useNotify();
  const tenantId = useWorkspace().tenant?.id ?? null;
  return useCallback(
    ({ files, isFolder }) => {
      if (files.length === 0) return;
      const { usable, passedOver } = isFolder ? usableFiles(files) : { usable: files, passedOver: 0 };
      if (usable.length === 0) {
        failWork({ code: 'unsupported', message: intakeText.noUsableFiles, remedy: intakeText.noUsableFilesRemedy });
        return;
      }
      if (passedOver > 0) notify.warn(intakeText.passedOver(passedOver), intakeText.passedOverWhy);
      void sendFiles(client, usable, tenantId);
    },
    [client, notify, tenantId],
  );
}
