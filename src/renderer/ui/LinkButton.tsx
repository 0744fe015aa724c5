import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { formatAddress, type Address } from '../app/address.ts';

interface LinkButtonProps {
  readonly to: Address;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly icon?: ReactElement;
  readonly children: ReactNode;
}

/** Looks like a button and is a link: it can be opened in another window. */
export function LinkButton({ to, appearance = 'secondary', icon, children }: LinkButtonProps) {
  return (
    <Button
      as="a"
      href={formatAddress(to)}
      appearance={appearance}
      size="large"
      {...(icon === undefined ? {} : { icon })}
    >
      {children}
    </Button>
  );
}
