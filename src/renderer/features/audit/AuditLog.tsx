import { useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useProcedure } from '../../api/useProcedure.ts';
import { activityText } from '../../text/jobs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { auditText } from '../../text/audit.ts';
import { AuditCheck } from './AuditCheck.tsx';
import { When } from '../../ui/When.tsx';
import { MOST_SHOWN, SHOWN_STEP, ShowMore } from '../../ui/ShowMore.tsx';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  narrow: { whiteSpace: 'nowrap', width: '160px' },
  what: { overflowWrap: 'anywhere' },
  account: { color: tokens.colorNeutralForeground3 },
});

/** Who did what that has to be answered for, newest first. */
export function AuditLog() {
  const styles = useStyles();
  const [limit, setLimit] = useState(SHOWN_STEP);
  const reading = useProcedure('audit.list', { limit }, ['tenants.changed', 'settings.changed', 'devices.changed']);
  const { at, who, what, about } = activityText.auditColumns;
  return (
    <Loaded reading={reading} lines={8}>
      {({ total, entries }) =>
        total === 0 ? (
          <EmptyState icon={<HistoryRegular />} sentence={activityText.auditEmpty} />
        ) : (
          <>
            <AuditCheck />
            <table className={styles.table} aria-label={activityText.audit}>
              <thead>
                <tr>
                  {[at, who, what, about].map((title) => (
                    <th key={title} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    <td className={mergeClasses(styles.cell, styles.narrow)}>
                      <When at={entry.at} />
                    </td>
                    <td className={mergeClasses(styles.cell, styles.narrow)}>
                      {entry.who}
                      {entry.account !== '' && <div className={styles.account}>{entry.account}</div>}
                    </td>
                    <td className={mergeClasses(styles.cell, styles.what)}>{entry.sentence}</td>
                    <td className={mergeClasses(styles.cell, styles.what)}>
                      {auditText.about(entry.subjects, entry.subjectTotal)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <ShowMore
              shown={entries.length}
              total={total}
              onMore={limit < MOST_SHOWN ? () => setLimit(limit + SHOWN_STEP) : null}
            />
          </>
        )
      }
    </Loaded>
  );
}
