import { Text } from '@fluentui/react-components';
import type { PlainBackup } from '../../../shared/backups/backup.ts';
import { useCommand } from '../../api/useCommand.ts';
import { backupsText } from '../../text/backups.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { useNotify } from '../../ui/notify.ts';
import { useNow } from '../../ui/useNow.ts';

const MINUTE_MS = 60_000;
const MOST_SHOWN = 8;

interface DeleteUnencryptedDialogProps {
  readonly backups: readonly PlainBackup[];
  readonly onClose: () => void;
}

/** Which copies anybody can read, by their dates, before they are deleted. */
export function DeleteUnencryptedDialog({ backups, onClose }: DeleteUnencryptedDialogProps) {
  const deleting = useCommand('backups.deleteUnencrypted', { showsFailure: true });
  const notify = useNotify();
  const now = useNow(MINUTE_MS);

  async function deleteThem(): Promise<void> {
    const outcome = await deleting.run({});
    if (!outcome.ok) return;
    notify.done(backupsText.deleted(outcome.value.deleted));
    onClose();
  }

  return (
    <ConfirmDialog
      title={backupsText.deleteTitle(backups.length)}
      confirm={backupsText.confirmDelete}
      running={deleting.running}
      failure={deleting.failure}
      onConfirm={() => void deleteThem()}
      onClose={onClose}
    >
      {backups.slice(0, MOST_SHOWN).map((backup) => (
        <Finding key={backup.file} shape="open">
          {backupsText.plainBackup(backup, now)}
        </Finding>
      ))}
      {backups.length > MOST_SHOWN && <Text>{backupsText.moreBackups(backups.length - MOST_SHOWN)}</Text>}
      <Text>{backupsText.deleteWhy}</Text>
    </ConfirmDialog>
  );
}
