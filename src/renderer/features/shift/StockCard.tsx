import { Text } from '@fluentui/react-components';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { stockBandWords } from '../../../shared/shift/stockWeeks.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { Card } from '../../ui/Card.tsx';
import { CountTable } from './CountTable.tsx';

/** Resealed devices by when they must be used. */
export function StockCard({ summary: { now } }: { readonly summary: ShiftSummary }) {
  const hasAny = now.stock.some(({ here, shipped }) => here + shipped > 0);
  return (
    <Card title={shiftText.stock}>
      {hasAny ? (
        <CountTable
          label={shiftText.stock}
          columns={[shiftText.left, shiftText.here, shiftText.atUsers]}
          rows={now.stock.map((band) => ({
            id: stockBandWords(band),
            name: stockBandWords(band),
            cells: [formatter.number(band.here), formatter.number(band.shipped)],
          }))}
        />
      ) : (
        <Text>{shiftText.noStock}</Text>
      )}
    </Card>
  );
}
