import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { StartLoss } from '../../../shared/bench/startLoss.ts';
import { startLossWords } from '../../../shared/bench/startLossWords.ts';
import { startAgainText } from '../../text/bench.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
});

/** What a start takes away from a device that is past its bench; nothing where it takes nothing. */
export function StartLosses({ losses }: { readonly losses: readonly StartLoss[] }) {
  const styles = useStyles();
  if (losses.length === 0) return null;
  return (
    <div role="group" className={styles.root} aria-label={startAgainText.losses}>
      {losses.map((loss) => (
        <MessageBar key={loss} intent="warning" layout="multiline">
          <MessageBarBody>{startLossWords[loss]}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
