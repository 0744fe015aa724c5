import {
  ArrowCircleRightFilled,
  CheckmarkCircleFilled,
  CircleHalfFillFilled,
  CircleRegular,
  ClockAlarmFilled,
  ClockRegular,
  DismissSquareFilled,
  ProhibitedRegular,
  WarningFilled,
  WrenchFilled,
} from '@fluentui/react-icons';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** What a status looks like apart from its colour: every kind has a shape of its own. */
export type Shape =
  'open' | 'turn' | 'waiting' | 'running' | 'nearlyOver' | 'done' | 'mended' | 'warning' | 'failed' | 'gone';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    minHeight: '20px',
    fontSize: '16px',
    '@media (forced-colors: active)': { color: 'inherit' },
  },
  large: { fontSize: '24px' },
  huge: { fontSize: '48px' },
  around: { fontSize: 'inherit', minHeight: 0 },
  open: { color: tokens.colorNeutralForeground3 },
  turn: { color: tokens.colorBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground2 },
  running: { color: tokens.colorBrandForeground1 },
  nearlyOver: { color: tokens.colorPaletteMarigoldForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  mended: { color: tokens.colorBrandForeground1 },
  // Not Fluent's warning orange, which is one colour with danger red from two metres.
  warning: { color: tokens.colorPaletteMarigoldForeground2 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  gone: { color: tokens.colorNeutralForeground3 },
  inherit: { color: 'inherit' },
});

const icons = {
  open: CircleRegular,
  turn: ArrowCircleRightFilled,
  waiting: ClockRegular,
  running: CircleHalfFillFilled,
  nearlyOver: ClockAlarmFilled,
  done: CheckmarkCircleFilled,
  mended: WrenchFilled,
  warning: WarningFilled,
  failed: DismissSquareFilled,
  gone: ProhibitedRegular,
} satisfies Record<Shape, unknown>;

interface StatusShapeProps {
  readonly shape: Shape;
  /** `around`: as large as the text around it. */
  readonly size?: 'text' | 'large' | 'huge' | 'around';
  /** On a coloured ground the shape takes the colour of its words. */
  readonly inherit?: boolean;
}

/** Decoration: a word always stands beside it. */
export function StatusShape({ shape, size = 'text', inherit = false }: StatusShapeProps) {
  const styles = useStyles();
  const Icon = icons[shape];
  return (
    <span
      aria-hidden="true"
      className={mergeClasses(
        styles.root,
        styles[shape],
        size === 'large' && styles.large,
        size === 'huge' && styles.huge,
        size === 'around' && styles.around,
        inherit && styles.inherit,
      )}
    >
      <Icon />
    </span>
  );
}
