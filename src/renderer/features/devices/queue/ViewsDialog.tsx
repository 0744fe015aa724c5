import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { QueueView as SavedView } from '../../../../shared/devices/queueView.ts';
import { commonText } from '../../../text/common.ts';
import { viewText } from '../../../text/devices.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { ViewLine } from './ViewLine.tsx';

interface ViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly onClose: () => void;
}

/** Renames and deletes saved views. What was deleted stays in its line, to be brought back, until the dialog is closed. */
export function ViewsDialog({ views, onClose }: ViewsDialogProps) {
  // The order in which they stood at first: a renamed view keeps its line under the focus.
  const [atFirst] = useState(views);
  const [said, setSaid] = useState('');
  return (
    <DialogFrame
      title={viewText.manageTitle}
      size="wide"
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      {atFirst.map((view) => (
        <ViewLine key={view.id} was={view} view={views.find(({ id }) => id === view.id) ?? null} onSaid={setSaid} />
      ))}
      <Text role="status">{said}</Text>
    </DialogFrame>
  );
}
