import { shellText } from '../text/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Screen } from '../ui/Screen.tsx';
import { queueAddress } from './address.ts';

export function Nowhere() {
  return (
    <Screen title={shellText.nowhereTitle}>
      <EmptyState sentence={shellText.nowhere}>
        <LinkButton to={queueAddress} appearance="primary">
          {shellText.toQueue}
        </LinkButton>
      </EmptyState>
    </Screen>
  );
}
