import type { ReactNode, Ref } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  DismissRegular,
  DismissSquareFilled,
  InfoFilled,
  WarningFilled,
} from '@fluentui/react-icons';
import { answerRules, type AnswerColour } from '../../shared/scans/answerBand.ts';
import { commonText } from '../text/common.ts';
import { roomy, tiny } from './breakpoints.ts';
import { Serial } from './Serial.tsx';

const icons = {
  done: CheckmarkCircleFilled,
  known: InfoFilled,
  warning: WarningFilled,
  failed: DismissSquareFilled,
} as const;

/** The colour steps back to this edge once an answer has been there for a while. */
const EDGE = '12px';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '24px',
    boxSizing: 'border-box',
    minHeight: '72px',
    padding: '4px 16px 4px 24px',
    borderRadius: tokens.borderRadiusXLarge,
    // It takes the focus so that Enter presses nothing, and is no control.
    ':focus': { outline: 'none' },
    // Forced colours take the ground away and show this edge.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    transitionProperty: 'background-color, color',
    transitionDuration: tokens.durationSlow,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    '@media (forced-colors: active)': { borderLeftWidth: EDGE },
    [roomy]: { minHeight: '88px' },
    [tiny]: { flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  },
  busy: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}` },
  green: { backgroundColor: tokens.colorStatusSuccessBackground3, color: tokens.colorNeutralForegroundOnBrand },
  blue: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  amber: { backgroundColor: tokens.colorPaletteMarigoldBackground3, color: tokens.colorNeutralForeground1Static },
  red: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
  settled: {
    paddingLeft: '22px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: EDGE,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  greenEdge: { borderLeftColor: tokens.colorStatusSuccessBackground3 },
  blueEdge: { borderLeftColor: tokens.colorBrandBackground },
  amberEdge: { borderLeftColor: tokens.colorPaletteMarigoldBackground3 },
  redEdge: { borderLeftColor: tokens.colorStatusDangerBackground3 },
  shape: { display: 'inline-flex', flexShrink: 0, fontSize: '40px', [roomy]: { fontSize: '48px' } },
  greenShape: { color: tokens.colorStatusSuccessForeground1 },
  blueShape: { color: tokens.colorBrandForeground1 },
  amberShape: { color: tokens.colorPaletteMarigoldForeground2 },
  redShape: { color: tokens.colorStatusDangerForeground1 },
  words: { minWidth: 0, marginRight: 'auto' },
  title: {
    margin: 0,
    fontSize: '28px',
    lineHeight: '32px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    [roomy]: { fontSize: '32px', lineHeight: '38px' },
    [tiny]: { fontSize: '20px', lineHeight: '26px' },
  },
  quietTitle: { fontSize: '20px', lineHeight: '26px', [roomy]: { fontSize: '24px', lineHeight: '30px' } },
  line: {
    margin: 0,
    fontSize: '16px',
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    [roomy]: { fontSize: '20px', lineHeight: '22px' },
  },
  acts: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    [tiny]: { flexShrink: 1, flexWrap: 'wrap' },
  },
  close: {
    color: 'inherit',
    flexShrink: 0,
    minWidth: '48px',
    minHeight: '48px',
    ':hover': { color: 'inherit' },
    ':hover:active': { color: 'inherit' },
    '& .fui-Button__icon': { color: 'inherit' },
  },
});

interface AnswerBandProps {
  /** Null while the answer is being worked on. */
  readonly colour: AnswerColour | null;
  /** Fresh answers are wholly coloured; later the colour steps back to the edge. */
  readonly isFresh: boolean;
  readonly word: string;
  /** What it is about: a serial number, or initials. */
  readonly name?: string | null;
  readonly line?: string;
  /** The line counts seconds: nobody wants to hear each of them. */
  readonly isTicking?: boolean;
  /** A sentence of a message, and not a word to be read from two metres. */
  readonly isQuiet?: boolean;
  readonly closeLabel?: string;
  readonly onClose: () => void;
  readonly ref?: Ref<HTMLDivElement>;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What the reserved place says, readable from two metres: colour, shape and word say the same. */
export function AnswerBand({
  colour,
  isFresh,
  word,
  name = null,
  line = '',
  isTicking = false,
  isQuiet = false,
  closeLabel = commonText.dismiss,
  onClose,
  ref,
  children,
}: AnswerBandProps) {
  const styles = useStyles();
  const Icon = colour === null ? null : icons[answerRules[colour].shape];
  const isUrgent = colour === 'amber' || colour === 'red';
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className={mergeClasses(
        styles.root,
        colour === null && styles.busy,
        colour !== null && isFresh && styles[colour],
        colour !== null && !isFresh && styles.settled,
        colour !== null && !isFresh && styles[`${colour}Edge`],
      )}
    >
      {Icon !== null && colour !== null && (
        <span aria-hidden="true" className={mergeClasses(styles.shape, !isFresh && styles[`${colour}Shape`])}>
          <Icon />
        </span>
      )}
      <div className={styles.words} role={isUrgent ? 'alert' : 'status'}>
        <p className={mergeClasses(styles.title, isQuiet && styles.quietTitle)}>
          {word} {name !== null && <Serial wrap>{name}</Serial>}
        </p>
        {line !== '' && (
          <p className={styles.line} {...(isTicking ? { 'aria-live': 'off' } : {})}>
            {line}
          </p>
        )}
      </div>
      <div className={styles.acts}>{children}</div>
      {colour !== null && (
        <Button
          size="large"
          appearance="transparent"
          className={styles.close}
          icon={<DismissRegular />}
          aria-label={closeLabel}
          onClick={onClose}
        />
      )}
    </div>
  );
}
