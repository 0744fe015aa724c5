import { HorizontalBarChartWithAxis, VerticalStackedBarChart } from '@fluentui/react-charts';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { causeWords, type FailureCause } from '../../../shared/shift/failureCauses.ts';
import { shiftText } from '../../text/shift.ts';

const HEIGHT = 200;
const BAR_HEIGHT = 24;
/** Wide enough for a code. */
const CODE_WIDTH = 96;
/** Half a failure is none: no more lines than there are whole numbers. */
const MOST_TICKS = 5;

const useStyles = makeStyles({
  legend: { display: 'flex', gap: tokens.spacingHorizontalL, margin: 0, padding: 0, listStyleType: 'none' },
  legendItem: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  square: { width: '12px', height: '12px', backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: 'none' },
  failed: { backgroundColor: tokens.colorStatusDangerForeground1 },
});

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
      <VerticalStackedBarChart
        chartTitle={title}
        height={HEIGHT}
        barWidth="auto"
        barGapMax={2}
        roundedTicks
        hideLegend
        data={parts.map(({ name, succeeded, failed }) => ({
          xAxisPoint: name,
          chartData: [
            { legend: shiftText.green, data: succeeded, color: tokens.colorBrandBackground },
            { legend: shiftText.failed, data: failed, color: tokens.colorStatusDangerForeground1 },
          ],
        }))}
      />
    </>
  );
}

/** The causes below each other. The table beside it says the same in numbers. */
export function CausesChart({ causes }: { readonly causes: readonly FailureCause[] }) {
  return (
    <HorizontalBarChartWithAxis
      chartTitle={shiftText.causes}
      height={HEIGHT}
      barHeight={BAR_HEIGHT}
      margins={{ left: CODE_WIDTH }}
      xAxisTickCount={Math.min(MOST_TICKS, Math.max(...causes.map(({ failures }) => failures)))}
      hideLegend
      showYAxisLables
      roundedTicks
      data={causes.map((cause) => ({
        x: cause.failures,
        y: cause.code ?? shiftText.noCode,
        legend: causeWords(cause),
        color: tokens.colorStatusDangerForeground1,
      }))}
    />
  );
}
