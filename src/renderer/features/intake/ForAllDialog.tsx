import { useState } from 'react';
import { Field, Input, Text } from '@fluentui/react-components';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { fieldNames, intakeText } from '../../text/intake.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface ForAllDialogProps {
  readonly preview: Preview;
  readonly onClose: () => void;
}

const labels = {
  batchName: intakeText.batchName,
  groupTag: fieldNames.groupTag,
  orderNumber: intakeText.orderNumber,
  assignedUser: fieldNames.assignedUser,
} as const;
const names = ['batchName', 'groupTag', 'orderNumber', 'assignedUser'] as const;

/** What every row of the preview gets; a field that stays empty changes nothing. */
export function ForAllDialog({ preview, onClose }: ForAllDialogProps) {
  const notify = useNotify();
  const apply = useCommand('intake.applyToAll', { showsFailure: true });
  const [values, setValues] = useState({
    batchName: preview.batchName,
    groupTag: '',
    orderNumber: '',
    assignedUser: '',
  });

  async function submit(): Promise<void> {
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
    const outcome = await apply.run({ previewId: preview.previewId, ...Object.fromEntries(filled) });
    if (!outcome.ok) return;
    notify.done(intakeText.forAllDone);
    onClose();
  }

  return (
    <ConfirmDialog
      title={intakeText.forAllTitle}
      confirm={intakeText.forAllConfirm}
      running={apply.running}
      failure={apply.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Text>{intakeText.forAllHint}</Text>
      {names.map((name) => (
        <Field key={name} label={labels[name]}>
          <Input
            size="large"
            value={values[name]}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setValues({ ...values, [name]: value })}
          />
        </Field>
      ))}
    </ConfirmDialog>
  );
}
