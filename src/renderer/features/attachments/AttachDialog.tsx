import { Button, Text } from '@fluentui/react-components';
import { attachmentText as text } from '../../text/attachments.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { AttachBar } from './AttachBar.tsx';

interface AttachDialogProps {
  readonly deviceId: string;
  readonly onClose: () => void;
}

/** Attaches to a device from wherever it is at hand. */
export function AttachDialog({ deviceId, onClose }: AttachDialogProps) {
  return (
    <DialogFrame
      title={text.title}
      actions={
        <Button size="large" onClick={onClose}>
          {text.close}
        </Button>
      }
      onClose={onClose}
    >
      <Text>{text.intro}</Text>
      <AttachBar deviceId={deviceId} onAttached={onClose} />
    </DialogFrame>
  );
}
