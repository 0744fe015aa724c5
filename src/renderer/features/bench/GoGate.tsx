import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { GoGateCondition } from '../../../shared/bench/goGateCondition.ts';
import { goGateTitles, goGateWords } from '../../../shared/bench/goGateWords.ts';
import { goGateText } from '../../text/bench.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  condition: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  met: { color: tokens.colorNeutralForeground2 },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** The conditions for a start; what blocks comes first and says what to do, the rest is one line. */
export function GoGate({ conditions }: { readonly conditions: readonly GoGateCondition[] }) {
  const styles = useStyles();
  const met = conditions.filter((condition) => condition.met);
  return (
    <ul aria-label={goGateText.title} className={styles.root}>
      {conditions
        .filter((condition) => !condition.met)
        .map((condition) => {
          const { sentence, remedy } = goGateWords(condition);
          return (
            <li key={condition.code} className={styles.condition}>
              <StatusShape shape="failed" />
              <span>
                <span className={styles.title}>
                  {goGateText.unmet}: {goGateTitles[condition.code]}.
                </span>{' '}
                {sentence} {remedy}
              </span>
            </li>
          );
        })}
      {met.length > 0 && (
        <li className={mergeClasses(styles.condition, styles.met)}>
          <StatusShape shape="done" />
          <span>
            {goGateText.met}: {met.map(({ code }) => goGateTitles[code]).join(', ')}
          </span>
        </li>
      )}
    </ul>
  );
}
