import { useId, type ReactNode } from 'react';
import { Label, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXS },
  boxes: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' },
  many: { maxHeight: '176px', overflowY: 'auto' },
});

interface CheckGroupProps {
  readonly label: string;
  /** Stands above the rest: it ticks all of them, say. */
  readonly first?: ReactNode;
  /** There may be hundreds: they scroll. */
  readonly many?: boolean;
  readonly children: ReactNode;
}

/** Checkboxes under one label. A `Field` would give its own label to each of them. */
export function CheckGroup({ label, first, many = false, children }: CheckGroupProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.root}>
      <Label id={id}>{label}</Label>
      {first}
      <div className={mergeClasses(styles.boxes, many && styles.many)}>{children}</div>
    </div>
  );
}
