import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FindingLevel, ProfileJsonFinding } from '../../../shared/profileJson/profileJsonFinding.ts';
import { placeWords, tellFinding } from '../../../shared/profileJson/tellFinding.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { Shape } from '../../ui/StatusShape.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'grid', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere', maxWidth: '760px' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const shapes: Readonly<Record<FindingLevel, Shape>> = { stops: 'failed', warns: 'warning', note: 'open' };

/** What was found in a file: how grave, where, what happens by it and what to do. */
export function FindingList({ findings }: { readonly findings: readonly ProfileJsonFinding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => {
        const { level, problem, fails, remedy, sources } = tellFinding(finding);
        return (
          <li key={index} className={styles.item}>
            <span className={styles.head}>
              <StatusWord shape={shapes[level]} word={text.levels[level]} />
              <Text className={styles.quiet}>{placeWords(finding)}</Text>
            </span>
            <Text weight="semibold">{problem}</Text>
            <Text>
              {text.fails}
              {fails}
            </Text>
            <Text>
              {text.remedy}
              {remedy}
            </Text>
            {sources.map(({ title, address }) => (
              <Text key={address} size={200} className={styles.quiet}>
                {text.source}
                {title}, {address}
              </Text>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
