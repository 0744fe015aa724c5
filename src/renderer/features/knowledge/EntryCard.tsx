import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FoundEntry } from '../../../shared/knowledge/findKnowledge.ts';
import type { Cause, Knowledge } from '../../../shared/knowledge/entry.ts';
import { matchedWords, sourcesOf } from '../../../shared/knowledge/knowledgeWords.ts';
import { useActs } from '../../acts/actsContext.ts';
import { knowledgeText } from '../../text/knowledge.ts';
import { Card } from '../../ui/Card.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { CauseList } from './CauseList.tsx';

const useStyles = makeStyles({
  matched: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '760px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block', marginTop: tokens.spacingVerticalXS },
});

interface EntryCardProps {
  readonly knowledge: Knowledge;
  readonly found: FoundEntry;
}

/** Symptom, causes, remedies, and where that is from. */
export function EntryCard({ knowledge, found: { entry, matched } }: EntryCardProps) {
  const styles = useStyles();
  const { acts } = useActs();

  function actOf({ act, command }: Cause) {
    const named = acts.find(({ name }) => name === act);
    const label = typeof named?.label === 'string' ? named.label : null;
    const ways = [label, command === undefined ? null : knowledgeText.onCommandLine(command)].filter(
      (way) => way !== null,
    );
    return ways.length > 0 && <Text className={styles.line}>{knowledgeText.inReseal(ways.join(' · '))}</Text>;
  }

  return (
    <Card title={entry.title}>
      <Text size={400}>{entry.meaning}</Text>
      {matched.map((one) => (
        <Text key={`${one.kind} ${one.name}`} className={styles.matched}>
          {matchedWords(one)}
        </Text>
      ))}
      <Text className={styles.quiet}>{knowledgeText.where(entry)}</Text>
      <CauseList causes={entry.causes} actOf={actOf} />
      {entry.disagreement !== undefined && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{knowledgeText.disagree}</h3>
          {entry.disagreement.map(({ says, source }) => (
            <Text key={says}>{`${says} (${knowledge.pages[source.page]?.title ?? source.page})`}</Text>
          ))}
        </div>
      )}
      <div className={styles.part}>
        <h3 className={styles.heading}>{knowledgeText.sources}</h3>
        {sourcesOf(knowledge, entry).map(({ title, address }) => (
          <div key={address} className={styles.part}>
            <Text>{title}</Text>
            <CopyLine
              text={address}
              label={title}
              copy={knowledgeText.copy}
              copyNamed={knowledgeText.copyNamed(title)}
            />
          </div>
        ))}
        <Text className={styles.quiet}>{knowledgeText.reviewed(entry.reviewed)}</Text>
      </div>
    </Card>
  );
}
