import { lazy, Suspense } from 'react';
import { Text } from '@fluentui/react-components';
import { causeWords } from '../../../shared/shift/failureCauses.ts';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { Card } from '../../ui/Card.tsx';
import { CountTable } from './CountTable.tsx';
import { useShiftStyles } from './shift.styles.ts';

const CausesChart = lazy(() => import('./shiftCharts.tsx').then((charts) => ({ default: charts.CausesChart })));

/** Why technician flows failed, as bars and as numbers. */
export function CausesCard({ summary: { causes, totals } }: { readonly summary: ShiftSummary }) {
  const styles = useShiftStyles();
  if (causes.length === 0) {
    return (
      <Card title={shiftText.causes}>
        <Text>{shiftText.noCauses}</Text>
      </Card>
    );
  }
  return (
    <Card title={shiftText.causes}>
      <Suspense fallback={<div className={styles.waiting} />}>
        <div className={styles.chart}>
          <CausesChart causes={causes} />
        </div>
      </Suspense>
      <CountTable
        label={shiftText.causes}
        columns={[shiftText.cause, shiftText.code, shiftText.times]}
        rows={causes.map((cause) => ({
          id: `${cause.code ?? ''} ${cause.phase ?? ''}`,
          name: causeWords(cause),
          cells: [cause.code ?? '', formatter.number(cause.failures)],
        }))}
        total={{ id: 'all', name: shiftText.all, cells: ['', formatter.number(totals.failed)] }}
      />
    </Card>
  );
}
