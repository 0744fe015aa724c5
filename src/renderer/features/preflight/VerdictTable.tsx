import { makeStyles, tokens } from '@fluentui/react-components';
import type { PreflightVerdict, ScenarioVerdict } from '../../../shared/preflight/preflightFinding.ts';
import { verdictWords } from '../../../shared/preflight/sayFinding.ts';
import { scenarioTitles } from '../../../shared/scenarios/scenarioWords.ts';
import { preflightText } from '../../text/preflight.ts';
import { Finding } from '../../ui/Finding.tsx';
import type { Shape } from '../../ui/StatusShape.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', textAlign: 'left', width: '100%', maxWidth: '560px' },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
});

const verdictShapes: Readonly<Record<PreflightVerdict, Shape>> = { stops: 'failed', look: 'warning', open: 'open' };

/** What the findings come to for each way to deploy. */
export function VerdictTable({ verdicts }: { readonly verdicts: readonly ScenarioVerdict[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={preflightText.verdicts}>
      <thead className={styles.head}>
        <tr>
          <th scope="col" className={styles.cell}>
            {preflightText.scenario}
          </th>
          <th scope="col" className={styles.cell}>
            {preflightText.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(({ scenario, verdict }) => (
          <tr key={scenario}>
            <th scope="row" className={styles.cell}>
              {scenarioTitles[scenario]}
            </th>
            <td className={styles.cell}>
              <Finding shape={verdictShapes[verdict]}>{verdictWords[verdict]}</Finding>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
