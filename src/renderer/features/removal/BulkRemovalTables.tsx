import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { BulkRemovalPlan } from '../../../shared/removal/bulkRemovalPlan.ts';
import { heldBackWords } from '../../../shared/removal/heldBackWords.ts';
import { removalWarningWords } from '../../../shared/removal/removalWords.ts';
import { serviceNames } from '../../../shared/removal/serviceNames.ts';
import { bulkRemovalText } from '../../text/removal.ts';
import { Serial } from '../../ui/Serial.tsx';

const useStyles = makeStyles({
  /** The reason and the count below stay in sight, however many devices there are. */
  scrolled: { maxHeight: '40vh', overflowY: 'auto', display: 'grid', gap: tokens.spacingVerticalS },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const words = bulkRemovalText.columns;

interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly serialNumber: string; readonly cells: readonly string[] }[];
}

/** What is held back stands first, with its doubts on top; then what is deleted, device by device. */
export function BulkRemovalTables({ plans, heldBack }: Pick<BulkRemovalPlan, 'plans' | 'heldBack'>) {
  const styles = useStyles();
  return (
    <div className={styles.scrolled} role="region" aria-label={bulkRemovalText.devices} tabIndex={0}>
      {heldBack.length > 0 && (
        <DeviceTable
          label={bulkRemovalText.heldBack}
          columns={[words.device, words.why]}
          rows={heldBack.map(({ deviceId, serialNumber, refusal }) => ({
            id: deviceId,
            serialNumber,
            cells: [heldBackWords(refusal)],
          }))}
        />
      )}
      {plans.length > 0 && (
        <DeviceTable
          label={bulkRemovalText.planned}
          columns={[words.device, words.records, words.warnings]}
          rows={plans.map(({ deviceId, serialNumber, records, codes }) => ({
            id: deviceId,
            serialNumber,
            cells: [
              records.map(({ service, action }) => bulkRemovalText.record(serviceNames[service], action)).join('; '),
              codes.warnings.map(removalWarningWords).join(' '),
            ],
          }))}
        />
      )}
    </div>
  );
}

function DeviceTable({ label, columns, rows }: TableProps) {
  const styles = useStyles();
  return (
    <>
      <Text weight="semibold">{label}</Text>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, serialNumber, cells }) => (
            <tr key={id}>
              <th scope="row" className={styles.cell}>
                <Serial>{serialNumber}</Serial>
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
