import { useState } from 'react';
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { deviceText } from '../../../text/devices.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { OlderEntries } from './OlderEntries.tsx';
import { TimelineEntries } from './TimelineEntries.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'stretch' },
  add: { justifySelf: 'start' },
});

/** Notes for the next person. They stay in the history. */
export function NotesTab({ deviceId }: { readonly deviceId: string }) {
  const styles = useStyles();
  const [note, setNote] = useState('');
  const adding = useCommand('devices.note');
  const notes = { id: deviceId, subject: 'note' } as const;
  const reading = useProcedure('devices.timeline', notes, ['devices.changed']);

  async function add(): Promise<void> {
    if (note.trim() === '') return;
    const outcome = await adding.run({ id: deviceId, note });
    if (outcome.ok) setNote('');
  }

  return (
    <div className={styles.root}>
      <Field label={deviceText.noteField}>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <Button size="large" className={styles.add} disabledFocusable={adding.running} onClick={() => void add()}>
        {deviceText.addNote}
      </Button>
      <Loaded reading={reading}>
        {({ total, entries }) =>
          total === 0 ? (
            <Text>{deviceText.notesEmpty}</Text>
          ) : (
            <>
              <TimelineEntries entries={entries} />
              <OlderEntries from={{ ...notes, offset: entries.length }} total={total} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}
