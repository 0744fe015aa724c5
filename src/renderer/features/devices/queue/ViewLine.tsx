import { useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { QueueView as SavedView } from '../../../../shared/devices/queueView.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { commonText } from '../../../text/common.ts';
import { viewText } from '../../../text/devices.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: '200px' },
});

interface ViewLineProps {
  readonly was: SavedView;
  /** As it is now; null where it was deleted. */
  readonly view: SavedView | null;
  /** What was done, in words. */
  readonly onSaid: (sentence: string) => void;
}

/** One saved view: its name in a field, and a button that deletes it and then brings it back. */
export function ViewLine({ was, view, onSaid }: ViewLineProps) {
  const styles = useStyles();
  const save = useCommand('devices.saveView', { showsFailure: true });
  const remove = useCommand('devices.deleteView', { showsFailure: true });
  const [last, setLast] = useState(was);
  if (view !== null && view !== last) setLast(view);
  const [typed, setTyped] = useState(was.name);
  const name = typed.trim();
  const { failure } = save.failure === null ? remove : save;
  const isRunning = save.running || remove.running;

  async function rename(): Promise<void> {
    if (view === null || isRunning || name === view.name) return;
    if ((await save.run({ ...view, name })).ok) onSaid(viewText.renamed(name));
  }

  async function deleteOrRestore(): Promise<void> {
    if (isRunning) return;
    if (view === null) {
      if ((await save.run(last)).ok) onSaid(viewText.restored(last.name));
    } else if ((await remove.run({ id: view.id })).ok) onSaid(viewText.deleted(view.name));
  }

  return (
    <form
      noValidate
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <Field
        label={viewText.nameOf(last.name)}
        className={styles.name}
        {...(failure === null
          ? {}
          : { validationMessage: [failure.message, failure.remedy].filter(Boolean).join(' ') })}
      >
        <Input
          size="large"
          value={typed}
          maxLength={60}
          autoComplete="off"
          disabled={view === null}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <Button
        size="large"
        type="submit"
        aria-label={viewText.renameNamed(last.name)}
        disabledFocusable={view === null || name === view.name || name === '' || isRunning}
      >
        {viewText.rename}
      </Button>
      <Button
        size="large"
        aria-label={view === null ? viewText.undoDelete(last.name) : viewText.deleteNamed(last.name)}
        disabledFocusable={isRunning}
        onClick={() => void deleteOrRestore()}
      >
        {view === null ? commonText.undo : viewText.delete}
      </Button>
    </form>
  );
}
