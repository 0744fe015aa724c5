import type { ReactElement, ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { commonText } from '../text/common.ts';

const useStyles = makeStyles({
  /** Large enough for gloves. */
  root: { minHeight: '48px', minWidth: '160px', fontSize: tokens.fontSizeBase400 },
  awaitsEnter: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  key: {
    marginLeft: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface PrimaryActionProps {
  readonly onClick: () => void;
  readonly icon?: ReactElement;
  /** At most two stand side by side; the second is quieter unless both matter alike. */
  readonly appearance?: 'primary' | 'secondary';
  readonly running?: boolean;
  /** It has the focus because of a scan: shown even where nobody has used the keyboard, with the key to press. */
  readonly awaitsEnter?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What the next step says, as a button for a bench. It keeps the focus while it runs. */
export function PrimaryAction({
  onClick,
  icon,
  appearance = 'primary',
  running = false,
  awaitsEnter = false,
  className,
  children,
}: PrimaryActionProps) {
  const styles = useStyles();
  return (
    <Button
      size="large"
      appearance={appearance}
      className={mergeClasses(styles.root, awaitsEnter && styles.awaitsEnter, className)}
      disabledFocusable={running}
      onClick={onClick}
      {...(icon === undefined ? {} : { icon })}
    >
      {children}
      {awaitsEnter && (
        <kbd className={styles.key} aria-hidden="true">
          {commonText.enter}
        </kbd>
      )}
    </Button>
  );
}
