import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: 'right' },
  total: { fontWeight: tokens.fontWeightSemibold },
});

export interface CountRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly cells: readonly string[];
}

interface CountTableProps {
  readonly label: string;
  /** The first one names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly CountRow[];
  readonly total?: CountRow;
}

/** Numbers by name, with their sum where there is one. */
export function CountTable({ label, columns, rows, total }: CountTableProps) {
  const styles = useStyles();
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((title, column) => (
              <th
                key={title}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, column > 0 && styles.number)}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(total === undefined ? [] : [total])].map((row) => (
            <tr key={row.id} className={row === total ? styles.total : undefined}>
              <th scope="row" className={mergeClasses(styles.cell, row === total && styles.total)}>
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index + 1] ?? index}
                  className={mergeClasses(styles.cell, styles.number, row === total && styles.total)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
