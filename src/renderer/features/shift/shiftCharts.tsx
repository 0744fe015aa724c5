import { HorizontalBarChartWithAxis, VerticalStackedBarChart } from '@fluentui/react-charts';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { benchPhaseWords } from '../../../shared/bench/benchPhase.ts';
import { causeWords, type FailureCause } from '../../../shared/shift/failureCauses.ts';
import { shiftText } from '../../text/shift.ts';

const FINISHED_HEIGHT = 200;
const BAR_HEIGHT = 24;
/** A bar with the gap to the next, and the axis below all. */
const ROW_HEIGHT = 40;
const AXIS_HEIGHT = 56;
/** Wide enough for a code. */
const CODE_WIDTH = 96;
const MOST_TICKS = 5;

const useStyles = makeStyles({
  // A chart takes the height of what it stands in, and makes that higher where it may: without a fixed one both grow for ever.
  frame: { overflow: 'hidden' },
  overTable: { '& .fui-cart__xAxis text': { display: 'none' } },
  legend: { display: 'flex', gap: tokens.spacingHorizontalL, margin: 0, padding: 0, listStyleType: 'none' },
  legendItem: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  square: { width: '12px', height: '12px', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  // Told by its stripes as well: in black and white, and where colours are the system's.
  failed: {
    backgroundColor: 'transparent',
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorStatusDangerForeground1} 0 3px, ${tokens.colorNeutralBackground1} 3px 5px)`,
    outline: `1px solid ${tokens.colorStatusDangerForeground1}`,
    '@media print': { printColorAdjust: 'exact' },
  },
  stripes: { position: 'absolute' },
  ground: { fill: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { fill: 'Canvas' } },
  stripe: {
    stroke: tokens.colorStatusDangerForeground1,
    strokeWidth: '4px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

const STRIPES = 'shift-failed';
/** What a bar of failures is filled with. */
const striped = `url(#${STRIPES})`;

/** Of its column a bar leaves so much free on both sides together: then all columns are alike. */
const FREE = 0.3;
const evenColumns = { xAxisInnerPadding: FREE, xAxisOuterPadding: FREE / 2, maxBarWidth: 48 };
/** Room for the line below the bars. */
const AXIS_LINE_PX = 8;

/** The pattern of failures; each chart brings it along. */
function Stripes() {
  const styles = useStyles();
  return (
    <svg width="0" height="0" aria-hidden="true" className={styles.stripes}>
      <pattern id={STRIPES} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0h7v7H0z" className={styles.ground} />
        <line x1="2" y1="0" x2="2" y2="7" className={styles.stripe} />
      </pattern>
    </svg>
  );
}

/** Whole numbers from 0 to a most: half a device is none. */
function wholeTicks(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / MOST_TICKS));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, tick) => tick * step);
}

interface FinishedChartProps {
  readonly title: string;
  readonly parts: readonly { readonly name: string; readonly succeeded: number; readonly failed: number }[];
  /** What stands left and right of the columns of the table below, in pixels: each bar stands over its column, which names it. */
  readonly columns?: { readonly left: number; readonly right: number };
}

/** Green and failed above each other. The table beside it says the same in numbers. */
export function FinishedChart({ title, parts, columns }: FinishedChartProps) {
  const styles = useStyles();
  return (
    <>
      <Stripes />
      <ul className={styles.legend} aria-hidden="true">
        {[shiftText.green, shiftText.failed].map((word) => (
          <li key={word} className={styles.legendItem}>
            <span className={mergeClasses(styles.square, word === shiftText.failed && styles.failed)} />
            {word}
          </li>
        ))}
      </ul>
      <div
        className={mergeClasses(styles.frame, columns !== undefined && styles.overTable)}
        style={{ height: FINISHED_HEIGHT }}
      >
        <VerticalStackedBarChart
          chartTitle={title}
          barWidth="auto"
          {...(columns !== undefined && { ...evenColumns, margins: { ...columns, bottom: AXIS_LINE_PX } })}
          barGapMax={2}
          yAxisTickValues={wholeTicks(Math.max(...parts.map(({ succeeded, failed }) => succeeded + failed)))}
          hideLegend
          data={parts.map(({ name, succeeded, failed }) => ({
            xAxisPoint: name,
            chartData: [
              { legend: shiftText.green, data: succeeded, color: tokens.colorBrandBackground },
              { legend: shiftText.failed, data: failed, color: striped },
            ],
          }))}
        />
      </div>
    </>
  );
}

/** The causes below each other. The table beside it says the same in numbers. */
export function CausesChart({ causes }: { readonly causes: readonly FailureCause[] }) {
  const styles = useStyles();
  return (
    <div className={styles.frame} style={{ height: AXIS_HEIGHT + causes.length * ROW_HEIGHT }}>
      <Stripes />
      <HorizontalBarChartWithAxis
        chartTitle={shiftText.causes}
        barHeight={BAR_HEIGHT}
        margins={{ left: CODE_WIDTH }}
        tickValues={wholeTicks(Math.max(...causes.map(({ failures }) => failures)))}
        hideLegend
        showYAxisLables
        data={causes.map((cause) => ({
          x: cause.failures,
          // Causes without a code are told apart by their phase; two bars of one name would lie on each other.
          y: cause.code ?? (cause.phase === null ? shiftText.noCode : benchPhaseWords[cause.phase]),
          legend: causeWords(cause),
          color: striped,
        }))}
      />
    </div>
  );
}
