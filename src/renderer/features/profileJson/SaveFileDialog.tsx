import type { ReactNode } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { MadeProfileJson } from '../../../shared/api/contract/profileJson.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { commonText } from '../../text/common.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useNotify } from '../../ui/notify.ts';

interface SaveFileDialogProps {
  readonly title: string;
  /** Whether there is enough to make a file of. */
  readonly isWhole: boolean;
  readonly make: () => Promise<Outcome<MadeProfileJson>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Saves the file that is made of what stands in it, and closes once it is saved. */
export function SaveFileDialog({ title, isWhole, make, onClose, children }: SaveFileDialogProps) {
  const notify = useNotify();

  async function save(): Promise<void> {
    const outcome = await make();
    if (!outcome.ok) {
      notify.failed(outcome.error);
      return;
    }
    saveDocument(outcome.value.document);
    notify.done(text.saved);
    onClose();
  }

  return (
    <DialogFrame
      title={title}
      size="wide"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button size="large" type="submit" appearance="primary" disabledFocusable={!isWhole}>
            {text.save}
          </Button>
        </>
      }
      onSubmit={() => {
        if (isWhole) void save();
      }}
      onClose={onClose}
    >
      <Text>{text.makeSentence}</Text>
      {children}
    </DialogFrame>
  );
}
