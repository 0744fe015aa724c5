import { makeStyles, tokens } from '@fluentui/react-components';
import type { JudgedFinding } from '../../../shared/preflight/preflightFinding.ts';
import { preflightText } from '../../text/preflight.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

/** The pages that say so, behind a line to open; nothing where a lab’s own list cites none. */
export function Sources({ sources }: Pick<JudgedFinding, 'sources'>) {
  const styles = useStyles();
  if (sources.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{preflightText.sources(sources.length)}</summary>
      <ul className={styles.list}>
        {sources.map(({ title, address }) => (
          <li key={address}>
            {title}: {address}
          </li>
        ))}
      </ul>
    </details>
  );
}
