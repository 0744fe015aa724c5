import type { ReactElement } from 'react';
import { CompoundButton } from '@fluentui/react-components';

interface ChoiceButtonProps {
  readonly icon: ReactElement;
  readonly title: string;
  /** When this is the right choice. */
  readonly hint: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly running?: boolean;
  readonly onClick: () => void;
}

/** One of two or three ways to go on, each with a word on when to take it. */
export function ChoiceButton({
  icon,
  title,
  hint,
  appearance = 'secondary',
  running = false,
  onClick,
}: ChoiceButtonProps) {
  return (
    <CompoundButton
      icon={icon}
      size="large"
      appearance={appearance}
      secondaryContent={hint}
      disabledFocusable={running}
      onClick={onClick}
    >
      {title}
    </CompoundButton>
  );
}
