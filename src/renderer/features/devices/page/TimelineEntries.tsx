import { makeStyles, tokens } from '@fluentui/react-components';
import type { TimelineEntry } from '../../../../shared/devices/timeline.ts';
import { When } from '../../../ui/When.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  entry: { display: 'grid', gridTemplateColumns: '128px minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  sentence: { overflowWrap: 'anywhere' },
});

/** What happened and who says so, in the order given. */
export function TimelineEntries({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.root}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={styles.quiet}>
            <When at={entry.at} />
          </span>
          <span className={styles.sentence}>{entry.sentence}</span>
          <span className={styles.quiet}>{entry.source}</span>
        </li>
      ))}
    </ol>
  );
}
