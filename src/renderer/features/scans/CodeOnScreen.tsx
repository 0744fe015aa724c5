import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCommand } from '../../api/useCommand.ts';
import { scanText } from '../../text/scans.ts';
import { BandButton } from '../../ui/BandButton.tsx';
import { ErrorCodeField } from '../bench/ErrorCodeField.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
});

interface CodeOnScreenProps {
  readonly deviceId: string;
  /** It is saved, or there is none. */
  readonly onDone: () => void;
}

/** The failure is recorded already; its code may be added. Enter saves what was typed, or goes on without. */
export function CodeOnScreen({ deviceId, onDone }: CodeOnScreenProps) {
  const styles = useStyles();
  const [code, setCode] = useState('');
  const note = useCommand('bench.noteCode');
  const errorCode = code.trim();

  async function save(): Promise<void> {
    if (errorCode !== '' && !(await note.run({ deviceId, errorCode })).ok) return;
    onDone();
  }

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorCodeField value={code} onChange={setCode} isInBand />
      <BandButton colour="red" isFresh isEnters type="submit" running={note.running}>
        {scanText.saveCode}
      </BandButton>
    </form>
  );
}
