import { makeStyles, tokens } from '@fluentui/react-components';
import { StatusShape, type Shape } from './StatusShape.tsx';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    verticalAlign: 'middle',
    maxWidth: '100%',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A status in a table: shape and word. */
export function StatusWord({ shape, word }: { readonly shape: Shape; readonly word: string }) {
  const styles = useStyles();
  return (
    <span className={styles.root} title={word}>
      <StatusShape shape={shape} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
