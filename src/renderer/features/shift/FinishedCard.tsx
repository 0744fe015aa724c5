import { lazy, Suspense } from 'react';
import { Text } from '@fluentui/react-components';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { Card } from '../../ui/Card.tsx';
import { CountTable } from './CountTable.tsx';
import { NAME_WIDTH, PartTable, SUM_WIDTH } from './PartTable.tsx';
import { useShiftStyles } from './shift.styles.ts';

// The library of charts is larger than the rest of the place: it comes with its first chart.
const FinishedChart = lazy(() => import('./shiftCharts.tsx').then((charts) => ({ default: charts.FinishedChart })));

/** More have no room side by side: then each has a row. */
const MOST_COLUMNS = 10;
const kinds = ['succeeded', 'failed'] as const;

/** What was finished in each hour or day, as bars and as numbers. */
export function FinishedCard({ summary: { parts, partHours, totals } }: { readonly summary: ShiftSummary }) {
  const styles = useShiftStyles();
  const length = partHours === 1 ? 'hour' : 'day';
  const title = shiftText.perHour(length);
  const nameOf = (at: string) => (length === 'hour' ? formatter.time(at) : formatter.day(at));
  // Hours before the work began and after its end would only make the bars thin.
  const worked = parts.slice(
    parts.findIndex(({ totals: own }) => own.finished > 0),
    parts.findLastIndex(({ totals: own }) => own.finished > 0) + 1,
  );
  const isNarrow = worked.length <= MOST_COLUMNS;
  const busy = parts.filter(({ totals: own }) => own.finished > 0);
  if (totals.finished === 0) {
    return (
      <Card title={title}>
        <Text>{shiftText.noneFinished}</Text>
      </Card>
    );
  }
  return (
    <Card
      title={title}
      aside={
        length === 'hour' && (
          <Text>{shiftText.rate(formatter.number(Math.round((totals.finished / busy.length) * 10) / 10))}</Text>
        )
      }
    >
      <Suspense fallback={<div className={styles.waiting} />}>
        <div className={styles.chart}>
          <FinishedChart
            title={title}
            parts={worked.map(({ at, totals: { succeeded, failed } }) => ({ name: nameOf(at), succeeded, failed }))}
            {...(isNarrow && { columns: { left: NAME_WIDTH, right: SUM_WIDTH } })}
          />
        </div>
      </Suspense>
      {isNarrow ? (
        <PartTable
          label={title}
          part={shiftText[length]}
          parts={worked.map(({ at }) => nameOf(at))}
          all={shiftText.all}
          rows={kinds.map((kind) => ({
            name: shiftText[kind === 'succeeded' ? 'green' : 'failed'],
            counts: worked.map(({ totals: own }) => formatter.number(own[kind])),
            sum: formatter.number(totals[kind]),
          }))}
        />
      ) : (
        <CountTable
          label={title}
          columns={[shiftText[length], shiftText.green, shiftText.failed]}
          rows={busy.map(({ at, totals: own }) => ({
            id: at,
            name: nameOf(at),
            cells: [formatter.number(own.succeeded), formatter.number(own.failed)],
          }))}
          total={{
            id: 'all',
            name: shiftText.all,
            cells: [formatter.number(totals.succeeded), formatter.number(totals.failed)],
          }}
        />
      )}
    </Card>
  );
}
