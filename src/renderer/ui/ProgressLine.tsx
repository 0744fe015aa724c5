import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { commonText } from '../text/common.ts';
import { Bar } from './Bar.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  count: { marginLeft: 'auto' },
});

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  /** Counts as words: `1,240 of 4,812 rows, 900 a second`. */
  readonly count: string;
  readonly onCancel?: () => void;
}

/** Long work: what, how far, how fast, and a way out. */
export function ProgressLine({ label, done, total, count, onCancel }: ProgressProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text weight="semibold">{label}</Text>
        <Text className={styles.count} role="status">
          {count}
        </Text>
        {onCancel !== undefined && <Button onClick={onCancel}>{commonText.cancel}</Button>}
      </div>
      <Bar label={label} done={done} total={total} />
    </div>
  );
}
