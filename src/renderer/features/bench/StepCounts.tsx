import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { nextStepCodes } from '../../../shared/devices/nextStepCodes.ts';
import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { formatAddress } from '../../app/address.ts';
import { benchText } from '../../text/bench.ts';
import { formatter } from '../../text/formatter.ts';
import { boardSteps } from '../../../shared/bench/benchBoard.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    boxSizing: 'border-box',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  count: { ...typographyStyles.body1Strong },
});

/** The steps that the board lists itself. */
const listed: readonly string[] = [boardSteps.running, boardSteps.stuck, boardSteps.ready].flat();

/** How many devices stand at each step that is not one of the board; each leads to those devices in the queue. */
export function StepCounts({ byNextStep }: Pick<OutputOf<'devices.list'>, 'byNextStep'>) {
  const styles = useStyles();
  return (
    <ul aria-label={benchText.elsewhere} className={styles.root}>
      {nextStepCodes.map((code) => {
        const count = byNextStep[code] ?? 0;
        return (
          count > 0 &&
          !listed.includes(code) && (
            <li key={code}>
              <a className={styles.step} href={formatAddress({ page: 'queue', batchId: null, step: code })}>
                <span className={styles.count}>{formatter.number(count)}</span>
                {nextStepTitle({ code })}
              </a>
            </li>
          )
        );
      })}
    </ul>
  );
}
