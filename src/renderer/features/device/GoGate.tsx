import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { GoGateCondition } from '../../../shared/device/goGate.ts';
import { deviceText, goGateTitles } from '../../text/device.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  condition: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  met: { color: tokens.colorNeutralForeground2 },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** The conditions for a start; what blocks comes first and says what to do. */
export function GoGate({ conditions }: { readonly conditions: readonly GoGateCondition[] }) {
  const styles = useStyles();
  const sorted = conditions.toSorted((one, other) => Number(one.met) - Number(other.met));
  return (
    <ul aria-label={deviceText.gate} className={styles.root}>
      {sorted.map(({ code, met, sentence, remedy }) => (
        <li key={code} className={mergeClasses(styles.condition, met && styles.met)}>
          <StatusShape shape={met ? 'done' : 'failed'} />
          <span>
            {met ? (
              `${deviceText.gateMet}: ${goGateTitles[code]}`
            ) : (
              <>
                <span className={styles.title}>
                  {deviceText.gateUnmet}: {goGateTitles[code]}.
                </span>{' '}
                {sentence} {remedy}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
