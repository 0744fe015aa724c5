import { Component, type ReactNode } from 'react';
import { shellText } from '../text/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PrimaryAction } from '../ui/PrimaryAction.tsx';
import { Screen } from '../ui/Screen.tsx';
import { formatAddress } from './address.ts';
import { useAddress } from './navigation.ts';

/** Keeps a screen that breaks from taking the bar, the rail and the scan field with it; another place starts afresh. */
export function Failsafe({ children }: { readonly children: ReactNode }) {
  return <Boundary address={formatAddress(useAddress())}>{children}</Boundary>;
}

interface BoundaryProps {
  readonly address: string;
  readonly children: ReactNode;
}

/** React offers this to classes only. */
class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.isBroken && before.address !== this.props.address) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Screen title={shellText.brokenTitle}>
        <EmptyState sentence={shellText.broken}>
          <PrimaryAction onClick={() => window.location.reload()}>{shellText.reload}</PrimaryAction>
        </EmptyState>
      </Screen>
    );
  }
}
