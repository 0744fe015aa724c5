import type { ReactElement, ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AnswerColour } from '../../shared/scans/answerBand.ts';
import { commonText } from '../text/common.ts';
import { forcedColours } from './breakpoints.ts';

const onColour = {
  backgroundColor: tokens.colorNeutralForegroundOnBrand,
  color: tokens.colorNeutralForeground1Static,
} as const;
const onAmber = {
  backgroundColor: tokens.colorNeutralForeground1Static,
  color: tokens.colorNeutralForegroundOnBrand,
} as const;
/** Said in words: a colour of our own stays the computed one behind a dialog, while the system draws another. */
const ofSystem = { [forcedColours]: { backgroundColor: 'ButtonFace', color: 'ButtonText' } } as const;
const inherited = { backgroundColor: 'transparent', color: 'inherit' } as const;

const useStyles = makeStyles({
  root: { minHeight: '48px', minWidth: '112px', fontSize: tokens.fontSizeBase400, whiteSpace: 'nowrap' },
  light: {
    ...onColour,
    ...ofSystem,
    ':hover': { backgroundColor: tokens.colorNeutralForegroundOnBrand, color: tokens.colorBrandBackgroundPressed },
    ':hover:active': onColour,
    '& .fui-Button__icon': { color: 'inherit' },
    ':hover .fui-Button__icon': { color: 'inherit' },
  },
  dark: {
    ...onAmber,
    ...ofSystem,
    ':hover': { backgroundColor: tokens.colorNeutralBackgroundStatic, color: tokens.colorNeutralForegroundOnBrand },
    ':hover:active': onAmber,
    '& .fui-Button__icon': { color: 'inherit' },
    ':hover .fui-Button__icon': { color: 'inherit' },
  },
  outlined: {
    ...inherited,
    border: '1px solid currentColor',
    ':hover': { ...inherited, border: '1px solid currentColor', textDecorationLine: 'underline' },
    ':hover:active': { ...inherited, border: '1px solid currentColor' },
    '& .fui-Button__icon': { color: 'inherit' },
    ':hover .fui-Button__icon': { color: 'inherit' },
  },
  key: {
    marginLeft: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface BandButtonProps {
  readonly colour: AnswerColour;
  readonly isFresh: boolean;
  /** What Enter presses, where the answer lets Enter do anything; the others are quieter. */
  readonly isEnters?: boolean;
  readonly icon?: ReactElement;
  readonly running?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A button on a coloured ground. It keeps the focus while it runs. */
export function BandButton({
  colour,
  isFresh,
  isEnters = false,
  icon,
  running = false,
  type = 'button',
  onClick,
  children,
}: BandButtonProps) {
  const styles = useStyles();
  const filled = colour === 'amber' ? styles.dark : styles.light;
  return (
    <Button
      size="large"
      type={type}
      appearance={isFresh ? 'transparent' : isEnters ? 'primary' : 'secondary'}
      className={mergeClasses(styles.root, isFresh && (isEnters ? filled : styles.outlined))}
      disabledFocusable={running}
      {...(icon === undefined ? {} : { icon })}
      {...(onClick === undefined ? {} : { onClick })}
      {...(isEnters ? { 'data-enters': true } : {})}
    >
      {children}
      {isEnters && (
        <kbd className={styles.key} aria-hidden="true">
          {commonText.enter}
        </kbd>
      )}
    </Button>
  );
}
