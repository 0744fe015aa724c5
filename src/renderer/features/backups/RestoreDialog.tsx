import { useState } from 'react';
import { Field, Input, Radio, RadioGroup, Spinner, Text } from '@fluentui/react-components';
import type { Backup } from '../../../shared/backups/backup.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { backupsText } from '../../text/backups.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useSettled } from '../../ui/useSettled.ts';

const MINUTE_MS = 60_000;
/** A file that is typed is read when the typing ends. */
const TYPING_MS = 600;
const MOST_OFFERED = 8;
const OTHER = 'other';

interface RestoreDialogProps {
  readonly backups: readonly Backup[];
  readonly onClose: () => void;
}

/** Which backup; what it holds, and what would be missing; and then the queue is closed and opened again. */
export function RestoreDialog({ backups, onClose }: RestoreDialogProps) {
  const restoring = useCommand('backups.restore', { showsFailure: true });
  const notify = useNotify();
  const now = useNow(MINUTE_MS);
  const [chosen, setChosen] = useState(backups[0]?.file ?? OTHER);
  const [typed, setTyped] = useState('');
  const file = useSettled(chosen === OTHER ? typed.trim() : chosen, TYPING_MS);
  const found = useProcedure('backups.inspect', file === '' ? null : { file }, []);
  const isRead = found.state === 'ready' && found.value.file === file;

  async function restore(): Promise<void> {
    const outcome = await restoring.run({ file });
    if (!outcome.ok) return;
    notify.done(backupsText.restored(outcome.value.replaced));
    onClose();
  }

  return (
    <ConfirmDialog
      title={backupsText.restoreTitle}
      confirm={backupsText.confirmRestore}
      disabled={!isRead}
      running={restoring.running}
      failure={restoring.failure}
      onConfirm={() => void restore()}
      onClose={onClose}
    >
      <Text>{backupsText.choose}</Text>
      <Field label={backupsText.which}>
        <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)}>
          {backups.slice(0, MOST_OFFERED).map(({ file: path, madeAt, devices, reason }) => (
            <Radio key={path} value={path} label={backupsText.entry(madeAt, devices, reason, now)} />
          ))}
          <Radio value={OTHER} label={backupsText.otherFile} />
        </RadioGroup>
      </Field>
      {chosen === OTHER && (
        <Field label={backupsText.path} hint={backupsText.pathHint}>
          <Input
            size="large"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      )}
      {file !== '' && found.state === 'loading' && <Spinner label={backupsText.reading} />}
      {found.state === 'failed' && <ProblemBar failure={found.failure} />}
      {isRead && (
        <>
          <Finding shape="done">{backupsText.holds(found.value, now)}</Finding>
          {found.value.missing !== null && (
            <Finding shape="warning">
              {backupsText.missing(found.value.missing.devicesNow, found.value.missing.devicesSince)}
            </Finding>
          )}
          <Text>{backupsText.afterwards}</Text>
        </>
      )}
    </ConfirmDialog>
  );
}
