import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { StatusShape, type Shape } from './StatusShape.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { minWidth: 0, maxWidth: '720px', overflowWrap: 'anywhere' },
});

interface FindingProps {
  readonly shape: Shape;
  readonly children: ReactNode;
}

/** What was found, in a sentence that is read whole. */
export function Finding({ shape, children }: FindingProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <StatusShape shape={shape} />
      <span className={styles.words}>{children}</span>
    </div>
  );
}
