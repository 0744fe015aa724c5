import { useState } from 'react';
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import type { ShiftNote } from '../../../shared/shift/shiftNote.ts';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';

const MOST_LETTERS = 500;

const useStyles = makeStyles({
  notes: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  note: { overflowWrap: 'anywhere' },
  signed: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    // At the foot of the card, whatever its neighbour's height.
    marginTop: 'auto',
    '@media print': { display: 'none' },
  },
  field: { minWidth: 0 },
  notPrinted: { '@media print': { display: 'none' } },
});

/** What one shift tells the next: written here, signed, and printed with the shift. */
export function NotesCard({ summary: { notes, from, to, now } }: { readonly summary: ShiftSummary }) {
  const styles = useStyles();
  const [showsEarlier, setShowsEarlier] = useState(false);
  const earlier = useProcedure('shift.notes', showsEarlier ? { to: from } : null, ['shift.changed']);
  return (
    <Card
      title={shiftText.notes}
      aside={
        <Button
          size="large"
          appearance="subtle"
          className={styles.notPrinted}
          icon={<HistoryRegular />}
          aria-expanded={showsEarlier}
          onClick={() => setShowsEarlier(!showsEarlier)}
        >
          {shiftText.earlierNotes}
        </Button>
      }
    >
      {notes.length === 0 ? <Text>{shiftText.noNotes}</Text> : <NoteList label={shiftText.notes} notes={notes} />}
      {showsEarlier && (
        <Loaded reading={earlier} lines={3}>
          {(value) =>
            value.notes.length === 0 ? (
              <Text>{shiftText.noEarlierNotes}</Text>
            ) : (
              <NoteList label={shiftText.earlierNotes} notes={value.notes} />
            )
          }
        </Loaded>
      )}
      {/* A note belongs to the present: a shift that is over takes no more. */}
      {to >= now.at && <NoteForm />}
    </Card>
  );
}

function NoteList({ label, notes }: { readonly label: string; readonly notes: readonly ShiftNote[] }) {
  const styles = useStyles();
  return (
    <ul aria-label={label} className={styles.notes}>
      {notes.map(({ id, at, technician, text }) => (
        <li key={id} className={styles.note}>
          {text} <span className={styles.signed}>{`${technician} ${formatter.dayAndTime(at)}`}</span>
        </li>
      ))}
    </ul>
  );
}

function NoteForm() {
  const styles = useStyles();
  const { technicianInitials } = useWorkspace().settings;
  const adding = useCommand('shift.addNote', { showsFailure: true });
  const [text, setText] = useState('');

  async function add(): Promise<void> {
    const outcome = await adding.run({ text });
    if (outcome.ok) setText('');
  }

  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '' && !adding.running) void add();
        }}
      >
        <Field label={shiftText.newNote(technicianInitials)}>
          <Input
            size="large"
            className={styles.field}
            value={text}
            maxLength={MOST_LETTERS}
            autoComplete="off"
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <Button size="large" type="submit" disabledFocusable={text.trim() === '' || adding.running}>
          {shiftText.addNote}
        </Button>
      </form>
      {adding.failure !== null && <ProblemBar failure={adding.failure} />}
    </>
  );
}
