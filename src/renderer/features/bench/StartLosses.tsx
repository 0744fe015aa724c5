import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { StartLoss } from '../../../shared/bench/startLoss.ts';
import { startLossWords } from '../../../shared/bench/startLossWords.ts';
import { startAgainText } from '../../text/bench.ts';

/** What a start takes away from a device that is past its bench; nothing where it takes nothing. */
export function StartLosses({ losses }: { readonly losses: readonly StartLoss[] }) {
  if (losses.length === 0) return null;
  return (
    <div role="group" aria-label={startAgainText.losses}>
      {losses.map((loss) => (
        <MessageBar key={loss} intent="warning" layout="multiline">
          <MessageBarBody>{startLossWords[loss]}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
