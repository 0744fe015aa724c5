import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Cause } from '../../../shared/knowledge/entry.ts';
import { knowledgeText } from '../../text/knowledge.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
  cause: { fontWeight: tokens.fontWeightSemibold },
  item: { maxWidth: '760px', overflowWrap: 'anywhere' },
  line: { display: 'block', marginTop: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  steps: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL },
});

interface CauseListProps {
  readonly causes: readonly Cause[];
  /** What Reseal can do about a cause. */
  readonly actOf: (cause: Cause) => ReactNode;
}

/** What a symptom may come from: how to tell it, what to do, and whose work that is. */
export function CauseList({ causes, actOf }: CauseListProps) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {causes.map((one) => (
        <li key={one.cause} className={styles.item}>
          <Text className={styles.cause}>{one.cause}</Text>
          <Text className={styles.line}>
            <span className={styles.quiet}>{knowledgeText.tell}</span>
            {one.tell}
          </Text>
          <ul className={styles.steps}>
            {one.remedy.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <Text className={styles.line}>{knowledgeText.who(one.who)}</Text>
          {actOf(one)}
        </li>
      ))}
    </ol>
  );
}
