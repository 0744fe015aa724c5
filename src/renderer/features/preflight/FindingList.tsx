import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { JudgedFinding } from '../../../shared/preflight/preflightFinding.ts';
import { levelWords, sayFound, sayWithout } from '../../../shared/preflight/sayFinding.ts';
import { preflightText } from '../../text/preflight.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { levelShapes } from './levelShapes.ts';
import { Sources } from './Sources.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, maxWidth: '720px', overflowWrap: 'anywhere' },
  found: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Findings, the heaviest first: what was found, what fails because of it, who can mend it, and who says so. */
export function FindingList({ findings }: { readonly findings: readonly JudgedFinding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={preflightText.findings}>
      {findings.map((judged) => {
        const { finding, level, sources } = judged;
        const found = sayFound(finding);
        return (
          <li key={found} className={styles.item}>
            <StatusShape shape={levelShapes[level]} />
            <div className={styles.words}>
              <Text className={styles.found}>
                {levelWords[level]}: {found}
              </Text>
              <Text>{sayWithout(finding)}</Text>
              <Text className={styles.quiet}>{preflightText.concerns(judged)}</Text>
              <Sources sources={sources} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
