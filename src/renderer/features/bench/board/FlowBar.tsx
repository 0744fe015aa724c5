import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LONGEST_AT, type FlowProgress } from '../../../../shared/bench/flowProgress.ts';
import { forcedColours, inTheDark, roomy } from '../../../ui/breakpoints.ts';
import type { BoardLook } from './boardLook.ts';

/** Dark stripes over the amber: a bar that is over is known without its colour. */
const HATCH = '#242424';
const hatch = (stripe: string, ground: string) =>
  `repeating-linear-gradient(135deg, ${ground} 0 8px, ${stripe} 8px 12px)`;
const percent = (part: number): string => `${part * 100}%`;

const useStyles = makeStyles({
  // As high as its row, so that the lines of all rows are one.
  root: { position: 'relative', alignSelf: 'stretch', display: 'grid', alignItems: 'center', minWidth: 0 },
  track: {
    position: 'relative',
    width: percent(LONGEST_AT),
    boxSizing: 'border-box',
    height: '20px',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: `${tokens.borderRadiusMedium} 0 0 ${tokens.borderRadiusMedium}`,
    ...inTheDark({ backgroundColor: tokens.colorNeutralBackground3 }),
    [roomy]: { height: '28px' },
  },
  fill: {
    position: 'absolute',
    left: 0,
    boxSizing: 'border-box',
    height: '20px',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
    ...inTheDark({ backgroundColor: tokens.colorBrandForeground1 }),
    [roomy]: { height: '28px' },
    [forcedColours]: { backgroundColor: 'Highlight' },
  },
  nearlyOver: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    border: `2px solid ${tokens.colorPaletteMarigoldForeground2}`,
    ...inTheDark({ backgroundColor: tokens.colorPaletteMarigoldBackground3, border: 'none' }),
    [forcedColours]: {
      backgroundColor: 'Highlight',
      border: '3px solid CanvasText',
    },
  },
  overdue: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    backgroundImage: hatch(HATCH, tokens.colorPaletteMarigoldBackground3),
    border: `2px solid ${tokens.colorPaletteMarigoldForeground2}`,
    ...inTheDark({ backgroundColor: tokens.colorPaletteMarigoldBackground3, border: 'none' }),
    [forcedColours]: {
      backgroundColor: 'Canvas',
      backgroundImage: hatch('CanvasText', 'Canvas'),
      border: '2px solid CanvasText',
    },
  },
  dense: { height: '20px', [roomy]: { height: '20px' } },
  // Around a word, stripes alone would look like dashes.
  overdueOnWall: {
    ...inTheDark({ border: `2px solid ${tokens.colorPaletteMarigoldBackground3}` }),
  },
  wall: { height: '52px', [roomy]: { height: '52px' } },
  line: {
    position: 'absolute',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    forcedColorAdjust: 'none',
    [forcedColours]: { backgroundColor: 'CanvasText' },
  },
  longest: { top: 0, bottom: '-1px', left: percent(LONGEST_AT), transform: 'translateX(-50%)' },
  usual: {
    top: '50%',
    height: '32px',
    transform: 'translate(-50%, -50%)',
    outline: `1px solid ${tokens.colorNeutralBackground1}`,
    [roomy]: { height: '44px' },
    [forcedColours]: { outlineColor: 'Canvas' },
  },
  denseUsual: { height: '28px', [roomy]: { height: '32px' } },
  wallLine: { width: '4px' },
  wallUsual: { height: '68px', [roomy]: { height: '68px' } },
  word: {
    position: 'absolute',
    left: '2px',
    top: '50%',
    transform: 'translateY(-50%)',
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: '40px',
    lineHeight: '48px',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1Static,
    [forcedColours]: { color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  wordOnHatch: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
});

interface FlowBarProps {
  readonly progress: FlowProgress;
  readonly longestMinutes: number;
  /** What is usual; null where nobody knows yet. */
  readonly usualMinutes: number | null;
  readonly look: BoardLook;
  /** What stands in the bar of a wall, where the time has no room for it. */
  readonly word?: string;
}

/** A picture of the time beside it: how much is used up, what is usual, and the longest time at one line for all rows. */
export function FlowBar({ progress: { state, filled }, longestMinutes, usualMinutes, look, word }: FlowBarProps) {
  const styles = useStyles();
  const isWall = look === 'wall';
  const size = isWall ? styles.wall : look === 'dense' && styles.dense;
  const usualAt = usualMinutes === null ? null : Math.min(usualMinutes / longestMinutes, 1) * LONGEST_AT;
  return (
    <span aria-hidden="true" className={styles.root}>
      <span className={mergeClasses(styles.track, size)} />
      <span
        className={mergeClasses(
          styles.fill,
          state === 'nearlyOver' && styles.nearlyOver,
          state === 'overdue' && styles.overdue,
          state === 'overdue' && isWall && styles.overdueOnWall,
          size,
        )}
        style={{ width: percent(filled) }}
      />
      {word === undefined && usualAt !== null && (
        <span
          className={mergeClasses(
            styles.line,
            styles.usual,
            look === 'dense' && styles.denseUsual,
            isWall && styles.wallLine,
            isWall && styles.wallUsual,
          )}
          style={{ left: percent(usualAt) }}
        />
      )}
      <span className={mergeClasses(styles.line, styles.longest, isWall && styles.wallLine)} />
      {word !== undefined && (
        <span className={mergeClasses(styles.word, state === 'overdue' && styles.wordOnHatch)}>{word}</span>
      )}
    </span>
  );
}
