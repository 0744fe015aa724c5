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
  legend: { display: 'flex', gap: tokens.spacingHorizontalL, margin: 0, padding: 0, listStyleType: 'none' },
  legendItem: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  square: { width: '12px', height: '12px', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  failed: { backgroundColor: tokens.colorStatusDangerForeground1 },
});

/** Whole numbers from 0 to a most: half a device is none. */
function wholeTicks(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / MOST_TICKS));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, tick) => tick * step);
}

interface FinishedChartProps {
  readonly title: string;
  readonly parts: readonly { readonly name: string; readonly succeeded: number; readonly failed: number }[];
}

/** Green and failed above each other. The table beside it says the same in numbers. */
export function FinishedChart({ title, parts }: FinishedChartProps) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.legend} aria-hidden="true">
        {[shiftText.green, shiftText.failed].map((word) => (
          <li key={word} className={styles.legendItem}>
            <span className={mergeClasses(styles.square, word === shiftText.failed && styles.failed)} />
            {word}
          </li>
        ))}
      </ul>
      <div className={styles.frame} style={{ height: FINISHED_HEIGHT }}>
        <VerticalStackedBarChart
          chartTitle={title}
          barWidth="auto"
          barGapMax={2}
          yAxisTickValues={wholeTicks(Math.max(...parts.map(({ succeeded, failed }) => succeeded + failed)))}
          hideLegend
          data={parts.map(({ name, succeeded, failed }) => ({
            xAxisPoint: name,
            chartData: [
              { legend: shiftText.green, data: succeeded, color: tokens.colorBrandBackground },
              { legend: shiftText.failed, data: failed, color: tokens.colorStatusDangerForeground1 },
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
          color: tokens.colorStatusDangerForeground1,
        }))}
      />
    </div>
  );
}
