import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { hostLevel } from '../../../shared/preflight/hostResult.ts';
import { isPattern, type NetworkHost } from '../../../shared/preflight/networkHost.ts';
import type { JudgedFinding } from '../../../shared/preflight/preflightFinding.ts';
import { levelWords } from '../../../shared/preflight/sayFinding.ts';
import { gradeWords } from '../../../shared/preflight/sayHost.ts';
import { preflightText } from '../../text/preflight.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { levelShapes } from './levelShapes.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  host: { overflowWrap: 'anywhere', minWidth: '140px', fontFamily: tokens.fontFamilyMonospace },
  found: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

interface HostTableProps {
  readonly hosts: readonly NetworkHost[];
  /** Of the last check; null before it. */
  readonly findings: readonly JudgedFinding[] | null;
}

/** The hosts that a network must let through, each with what was found there. */
export function HostTable({ hosts, findings }: HostTableProps) {
  const styles = useStyles();
  const { columns } = preflightText;
  return (
    <table className={styles.table} aria-label={preflightText.hosts(hosts.length)}>
      <thead>
        <tr className={mergeClasses(styles.row, styles.head)}>
          {Object.values(columns).map((title) => (
            <th key={title} scope="col" className={styles.cell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id} className={styles.row}>
            <th scope="row" className={mergeClasses(styles.cell, styles.host)}>
              {host.host}
            </th>
            <td className={styles.cell}>{host.checks.join(', ')}</td>
            <td className={styles.cell}>{gradeWords[host.grade]}</td>
            <td className={styles.cell}>{host.purpose}</td>
            <td className={styles.cell}>
              <Found host={host} findings={findings} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Found({ host, findings }: { readonly host: NetworkHost; readonly findings: HostTableProps['findings'] }) {
  const styles = useStyles();
  if (isPattern(host)) return preflightText.cannotBeChecked;
  const level = findings === null ? null : hostLevel(host, findings);
  if (level === null) return preflightText.notChecked;
  return (
    <span className={styles.found}>
      <StatusShape shape={levelShapes[level]} />
      {levelWords[level]}
    </span>
  );
}
