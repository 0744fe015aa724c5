import { Text } from '@fluentui/react-components';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import type { ShiftTotals } from '../../../shared/shift/shiftTotals.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { Card } from '../../ui/Card.tsx';
import { CountTable } from './CountTable.tsx';

/** Who did what. */
export function TechniciansCard({ summary: { technicians, totals } }: { readonly summary: ShiftSummary }) {
  return (
    <Card title={shiftText.technicians}>
      {technicians.length === 0 ? (
        <Text>{shiftText.noTechnicians}</Text>
      ) : (
        <CountTable
          label={shiftText.technicians}
          columns={[
            shiftText.technician,
            shiftText.started,
            shiftText.green,
            shiftText.failed,
            shiftText.resealed,
            shiftText.shipped,
          ]}
          rows={technicians.map(({ technician, totals: own }) => ({
            id: technician,
            name: technician,
            cells: cellsOf(own),
          }))}
          total={{ id: 'all', name: shiftText.all, cells: cellsOf(totals) }}
        />
      )}
    </Card>
  );
}

const cellsOf = ({ started, succeeded, failed, resealed, shipped }: ShiftTotals): string[] =>
  [started, succeeded, failed, resealed, shipped].map((count) => formatter.number(count));
