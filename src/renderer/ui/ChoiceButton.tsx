import type { ReactElement } from 'react';
import { CompoundButton, makeStyles } from '@fluentui/react-components';

interface ChoiceButtonProps {
  readonly icon: ReactElement;
  readonly title: string;
  /** When this is the right choice. */
  readonly hint: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly running?: boolean;
  readonly onClick: () => void;
}

const useStyles = makeStyles({ root: { justifyContent: 'flex-start', maxWidth: 'none', textAlign: 'left' } });

/** One of two or three ways to go on, each with a word on when to take it. */
export function ChoiceButton({
  icon,
  title,
  hint,
  appearance = 'secondary',
  running = false,
  onClick,
}: ChoiceButtonProps) {
  const styles = useStyles();
  return (
    <CompoundButton
      className={styles.root}
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
