import { Link } from '@fluentui/react-components';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { formatAddress, type Address } from '../../app/address.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { Card } from '../../ui/Card.tsx';
import { CountTable } from './CountTable.tsx';
import { useShiftStyles } from './shift.styles.ts';

/** Where each of them is listed. */
const listed: Readonly<Record<keyof typeof shiftText.openRows, Address>> = {
  overdue: { page: 'bench' },
  failed: { page: 'bench' },
  toReseal: { page: 'queue', batchId: null, step: 'reseal' },
  toShip: { page: 'queue', batchId: null, step: 'ship' },
  waitingJobs: { page: 'activity' },
  failedJobs: { page: 'activity' },
};
const rows = ['overdue', 'failed', 'toReseal', 'toShip', 'waitingJobs', 'failedJobs'] as const;

/** What the next shift finds. */
export function OpenCard({ summary: { now } }: { readonly summary: ShiftSummary }) {
  const styles = useShiftStyles();
  return (
    <Card title={shiftText.open}>
      <CountTable
        label={shiftText.open}
        columns={[shiftText.what, shiftText.changes]}
        rows={rows.map((row) => ({
          id: row,
          name: (
            <Link className={styles.link} href={formatAddress(listed[row])}>
              {shiftText.openRows[row]}
            </Link>
          ),
          cells: [formatter.number(now[row])],
        }))}
      />
    </Card>
  );
}
