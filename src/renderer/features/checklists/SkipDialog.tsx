import { useState } from 'react';
import { Field, Text, Textarea } from '@fluentui/react-components';
import type { ChecklistItem } from '../../../shared/checklists/checklist.ts';
import { checklistText } from '../../text/checklists.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface SkipDialogProps {
  readonly item: ChecklistItem;
  readonly state: 'skipped' | 'failed';
  readonly onConfirm: (note: string) => void;
  readonly onClose: () => void;
}

/** Why a step is skipped, or what went wrong: the next person reads it. */
export function SkipDialog({ item, state, onConfirm, onClose }: SkipDialogProps) {
  const [note, setNote] = useState('');
  const isSkip = state === 'skipped';
  return (
    <ConfirmDialog
      title={isSkip ? checklistText.skipTitle : checklistText.failTitle}
      confirm={isSkip ? checklistText.skip : checklistText.fail}
      disabled={note.trim() === ''}
      onConfirm={() => onConfirm(note.trim())}
      onClose={onClose}
    >
      <Text weight="semibold">
        {item.id} {item.title}
      </Text>
      <Field label={checklistText.reason} required>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ConfirmDialog>
  );
}
