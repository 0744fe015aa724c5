import { useState } from 'react';
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../shared/api/contract/devices.ts';
import { useCommand } from '../../api/useCommand.ts';
import { deviceText } from '../../text/device.ts';
import { TimelineEntries } from './TimelineEntries.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'stretch' },
  add: { justifySelf: 'start' },
});

/** What the next person should know. Notes stay in the history. */
export function NotesTab({ detail: { device, timeline } }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const [note, setNote] = useState('');
  const adding = useCommand('devices.note');
  const notes = timeline.filter(({ subject }) => subject === 'note');

  async function add(): Promise<void> {
    if (note.trim() === '') return;
    const outcome = await adding.run({ id: device.id, note });
    if (outcome.ok) setNote('');
  }

  return (
    <div className={styles.root}>
      <Field label={deviceText.noteField}>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <Button className={styles.add} disabledFocusable={adding.running} onClick={() => void add()}>
        {deviceText.addNote}
      </Button>
      {notes.length === 0 ? <Text>{deviceText.notesEmpty}</Text> : <TimelineEntries entries={notes} />}
    </div>
  );
}
