import { HorizontalBarChartWithAxis, VerticalStackedBarChart } from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-components';
import { causeWords, type FailureCause } from '../../../shared/shift/failureCauses.ts';
import { shiftText } from '../../text/shift.ts';

const HEIGHT = 200;

interface FinishedChartProps {
  readonly title: string;
  readonly parts: readonly { readonly name: string; readonly succeeded: number; readonly failed: number }[];
}

/** Green and failed above each other. The table beside it says the same in numbers. */
export function FinishedChart({ title, parts }: FinishedChartProps) {
  return (
    <VerticalStackedBarChart
      chartTitle={title}
      height={HEIGHT}
      barWidth="auto"
      barGapMax={2}
      roundedTicks
      data={parts.map(({ name, succeeded, failed }) => ({
        xAxisPoint: name,
        chartData: [
          { legend: shiftText.green, data: succeeded, color: tokens.colorBrandBackground },
          { legend: shiftText.failed, data: failed, color: tokens.colorStatusDangerForeground1 },
        ],
      }))}
    />
  );
}

/** The causes below each other. The table beside it says the same in numbers. */
export function CausesChart({ causes }: { readonly causes: readonly FailureCause[] }) {
  return (
    <HorizontalBarChartWithAxis
      chartTitle={shiftText.causes}
      height={HEIGHT}
      hideLegend
      showYAxisLables
      roundedTicks
      data={causes.map((cause) => ({
        x: cause.failures,
        y: cause.code ?? causeWords(cause),
        legend: causeWords(cause),
        color: tokens.colorStatusDangerForeground1,
      }))}
    />
  );
}
