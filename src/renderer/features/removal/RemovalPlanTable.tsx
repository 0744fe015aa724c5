import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { removalStepWords } from '../../../shared/removal/removalWords.ts';
import { serviceNames } from '../../../shared/removal/serviceNames.ts';
import { commonText } from '../../text/common.ts';
import { deregisterText } from '../../text/removal.ts';
import { Serial } from '../../ui/Serial.tsx';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  record: { width: '38%' },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  service: { whiteSpace: 'nowrap' },
});

type RemovalRecord = OutputOf<'removal.plan'>['records'][number];
const words = deregisterText.columns;

/** Every record side by side, with what tells it from another device's, and what happens to it in which order. */
export function RemovalPlanTable({ records }: { readonly records: readonly RemovalRecord[] }) {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={deregisterText.plan}>
      <thead>
        <tr>
          <th scope="col" className={head}>
            {words.service}
          </th>
          <th scope="col" className={mergeClasses(head, styles.record)}>
            {words.record}
          </th>
          <th scope="col" className={head}>
            {words.lastSeen}
          </th>
          <th scope="col" className={head}>
            {words.action}
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ service, id, name, serialNumber, lastSeenAt, action, step }) => (
          <tr key={`${service} ${id ?? ''} ${action}`}>
            <th scope="row" className={mergeClasses(styles.cell, styles.service)}>
              {serviceNames[service]}
            </th>
            <td className={styles.cell}>
              {/* What has no name is known by its serial number or its ID. */}
              {name ?? (serialNumber === null && id === null ? commonText.none : null)}
              {serialNumber !== null && (
                <span className={styles.small}>
                  <Serial wrap>{deregisterText.serial(serialNumber)}</Serial>
                </span>
              )}
              {id !== null && (
                <span className={styles.small}>
                  <Serial wrap>{deregisterText.id(id)}</Serial>
                </span>
              )}
            </td>
            <td className={styles.cell}>
              <When at={lastSeenAt} />
            </td>
            <td className={styles.cell}>{removalStepWords(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
