import type { ReactElement, ReactNode, RefObject } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  /** Large enough for gloves. */
  root: { minHeight: '48px', minWidth: '160px', fontSize: tokens.fontSizeBase400 },
});

interface PrimaryActionProps {
  readonly onClick: () => void;
  readonly icon?: ReactElement;
  /** At most two stand side by side; the second is quieter unless both matter alike. */
  readonly appearance?: 'primary' | 'secondary';
  readonly running?: boolean;
  readonly className?: string;
  readonly ref?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** What the next step says, as a button for a bench. It keeps the focus while it runs. */
export function PrimaryAction({
  onClick,
  icon,
  appearance = 'primary',
  running = false,
  className,
  ref,
  children,
}: PrimaryActionProps) {
  const styles = useStyles();
  return (
    <Button
      size="large"
      appearance={appearance}
      className={mergeClasses(styles.root, className)}
      disabledFocusable={running}
      onClick={onClick}
      {...(ref === undefined
        ? {}
        : {
            ref: (button: HTMLElement | null) => {
              ref.current = button;
            },
          })}
      {...(icon === undefined ? {} : { icon })}
    >
      {children}
    </Button>
  );
}
