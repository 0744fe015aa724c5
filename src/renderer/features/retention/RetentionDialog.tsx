import { Text } from '@fluentui/react-components';
import { retentionLines, retentionSentence } from '../../../shared/retention/retentionWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { formatter } from '../../text/formatter.ts';
import { retentionText } from '../../text/privacy.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';

/** Shows what is older than it is to be kept; a person lets it go. */
export function RetentionDialog({ onClose }: { readonly onClose: () => void }) {
  const reading = useProcedure('retention.plan', {}, ['devices.changed', 'settings.changed']);
  const running = useCommand('retention.run', { showsFailure: true });
  const notify = useNotify();
  const isAny = reading.state === 'ready' && retentionLines(reading.value, formatter).length > 0;

  async function run(): Promise<void> {
    const outcome = await running.run({});
    if (!outcome.ok) return;
    notify.done(retentionSentence(outcome.value, true, formatter));
    onClose();
  }

  return (
    <ConfirmDialog
      title={retentionText.dialog}
      confirm={retentionText.run}
      disabled={!isAny}
      running={running.running}
      failure={running.failure}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Loaded reading={reading} lines={2}>
        {(plan) => (
          <>
            <Text>{retentionSentence(plan, false, formatter)}</Text>
            {isAny && <Text>{retentionText.backups}</Text>}
          </>
        )}
      </Loaded>
    </ConfirmDialog>
  );
}
