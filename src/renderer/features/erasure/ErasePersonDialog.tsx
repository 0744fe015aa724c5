import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { erasureText } from '../../text/privacy.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ErasurePlanView } from './ErasurePlanView.tsx';

interface ErasePersonDialogProps {
  readonly address: string;
  /** @param isErased whether the person is gone now */
  readonly onClose: (isErased: boolean) => void;
}

/** Shows where a person stands in the queue; the address, typed once more, erases them. */
export function ErasePersonDialog({ address, onClose }: ErasePersonDialogProps) {
  const reading = useProcedure('erasure.planPerson', { address }, ['devices.changed', 'jobs.changed']);
  const erasing = useCommand('erasure.person', { showsFailure: true });
  const notify = useNotify();
  const plan = reading.state === 'ready' ? reading.value : null;
  const mayErase = plan !== null && plan.refusal === null && plan.places.length > 0;

  async function erase(confirmedAddress: string): Promise<void> {
    const outcome = await erasing.run({ address, confirmedAddress });
    if (!outcome.ok) return;
    saveDocument(outcome.value.document);
    notify.done(erasureText.done);
    onClose(true);
  }

  return (
    <ConfirmDialog
      title={erasureText.title(address)}
      confirm={erasureText.act}
      {...(mayErase && { typed: { text: address, label: erasureText.typed(address) } })}
      disabled={!mayErase}
      running={erasing.running}
      failure={erasing.failure}
      onConfirm={(typed) => void erase(typed)}
      onClose={() => onClose(false)}
    >
      <Loaded reading={reading} lines={4}>
        {(value) => <ErasurePlanView plan={value} />}
      </Loaded>
    </ConfirmDialog>
  );
}
