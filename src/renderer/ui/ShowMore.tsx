import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { tableText } from '../text/table.ts';

/** So many are shown at first, and so many more each time. */
export const SHOWN_STEP = 100;
/** The most that is asked for at once. */
export const MOST_SHOWN = 1_000;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalS,
  },
});

interface ShowMoreProps {
  readonly shown: number;
  readonly total: number;
  /** Null where no more can be asked for. */
  readonly onMore: (() => void) | null;
}

/** How many of all are shown, and the way to more. */
export function ShowMore({ shown, total, onMore }: ShowMoreProps) {
  const styles = useStyles();
  if (total <= shown) return null;
  return (
    <div className={styles.root}>
      <Text>{tableText.shown(shown, total)}</Text>
      {onMore !== null && (
        <Button size="large" onClick={onMore}>
          {tableText.more}
        </Button>
      )}
    </div>
  );
}
