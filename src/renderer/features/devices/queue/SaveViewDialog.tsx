import { useState } from 'react';
import { Button, Field, Input, Text } from '@fluentui/react-components';
import { namedView, type QueueView as SavedView } from '../../../../shared/devices/queueView.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { commonText } from '../../../text/common.ts';
import { viewText } from '../../../text/devices.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { useNotify } from '../../../ui/notify.ts';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { changeView, useQueueView } from './queueView.ts';
import { useShownColumns } from './useShownColumns.ts';

interface SaveViewDialogProps {
  readonly views: readonly SavedView[];
  /** The saved view that the queue looks like already. */
  readonly taken: SavedView | null;
  readonly onClose: () => void;
}

/** Keeps under a name how the queue is looked at. The name of a saved view replaces that one, which is said before. */
export function SaveViewDialog({ views, taken, onClose }: SaveViewDialogProps) {
  const { filter, sort, descending } = useQueueView();
  const columns = useShownColumns();
  const notify = useNotify();
  const save = useCommand('devices.saveView', { showsFailure: true });
  const [typed, setTyped] = useState(taken?.name ?? '');
  const [isTried, setIsTried] = useState(false);
  const name = typed.trim();
  const replaced = namedView(views, name);
  const isMissing = isTried && name === '';

  async function submit(): Promise<void> {
    setIsTried(true);
    if (name === '' || save.running) return;
    const id = replaced?.id ?? crypto.randomUUID();
    const outcome = await save.run({ id, name, filter, sort, descending, columns: [...columns] });
    if (!outcome.ok) return;
    // From now on the columns are the view’s, whatever else is chosen on this computer.
    changeView({ columns });
    notify.done(viewText.saved(name));
    onClose();
  }

  return (
    <DialogFrame
      title={viewText.saveTitle}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button size="large" type="submit" appearance="primary" disabledFocusable={save.running}>
            {replaced === null ? viewText.saveView : viewText.replace}
          </Button>
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={viewText.name}
        hint={viewText.saveHint}
        required
        {...(isMissing ? { validationMessage: viewText.nameMissing } : {})}
      >
        <Input
          size="large"
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <Text role="status">{replaced === null ? '' : viewText.replaces(replaced.name)}</Text>
      {save.failure !== null && <ProblemBar failure={save.failure} />}
    </DialogFrame>
  );
}
