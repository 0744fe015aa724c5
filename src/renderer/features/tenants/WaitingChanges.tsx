import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { laneText } from '../../text/tenants.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { useWaitingChanges } from './useWaitingChanges.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
});

interface WaitingChangesProps {
  readonly waiting: ReturnType<typeof useWaitingChanges>;
  /** What is said where nothing waits. */
  readonly none: string;
}

/** What waits to be sent, act by act. */
export function WaitingChanges({ waiting, none }: WaitingChangesProps) {
  const styles = useStyles();
  if (waiting.sentences.length === 0) return <Text>{none}</Text>;
  return (
    <ul className={styles.list}>
      {waiting.sentences.map(({ id, sentence }) => (
        <li key={id}>
          <StatusWord shape="open" word={sentence} />
        </li>
      ))}
      {waiting.more > 0 && <li>{laneText.more(waiting.more)}</li>}
    </ul>
  );
}
