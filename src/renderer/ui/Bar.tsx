import { makeStyles, ProgressBar } from '@fluentui/react-components';

const useStyles = makeStyles({
  // In forced colours Fluent fills the track with the colour of text, which hides the bar on it.
  root: {
    '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
});

interface BarProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
}

/** How far, as a bar; the words stand beside it. */
export function Bar({ label, done, total }: BarProps) {
  const styles = useStyles();
  return (
    <ProgressBar
      aria-label={label}
      thickness="large"
      className={styles.root}
      {...(total === null ? {} : { value: Math.min(done, total), max: Math.max(total, 1) })}
    />
  );
}
