import { Button, Spinner, type ButtonProps } from '@fluentui/react-components';
import { useActs } from './actsContext.ts';
import type { Offer } from './offer.ts';

interface ActButtonProps {
  readonly offer: Offer;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  /** Without its icon, among buttons that have none. */
  readonly plain?: boolean;
}

/** An act as a button. It keeps the focus while it runs. */
export function ActButton({ offer, appearance = 'secondary', plain = false }: ActButtonProps) {
  const { run, isRunning } = useActs();
  const running = isRunning(offer);
  const { Icon } = offer.act;
  const icon = running && offer.busy !== offer.short ? <Spinner size="tiny" /> : <Icon />;
  return (
    <Button
      size="large"
      appearance={appearance}
      disabledFocusable={running}
      onClick={() => run(offer)}
      {...(!plain && { icon })}
    >
      {running ? offer.busy : offer.short}
    </Button>
  );
}
