import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** The names of the rows at the left of the bars, and the sums at their right, in pixels. */
export const NAME_WIDTH = 64;
export const SUM_WIDTH = 48;

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  cell: {
    padding: `${tokens.spacingVerticalXS} 0`,
    textAlign: 'center',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  name: { textAlign: 'left', width: `${NAME_WIDTH}px` },
  sum: { textAlign: 'right', width: `${SUM_WIDTH}px`, fontWeight: tokens.fontWeightSemibold },
});

interface PartTableProps {
  readonly label: string;
  /** What the parts are: hour or day. */
  readonly part: string;
  readonly parts: readonly string[];
  readonly all: string;
  readonly rows: readonly { readonly name: string; readonly counts: readonly string[]; readonly sum: string }[];
}

/** Numbers of each part of a shift, one column below each bar of its chart. */
export function PartTable({ label, part, parts, all, rows }: PartTableProps) {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, styles.name)}>
            {part}
          </th>
          {parts.map((name) => (
            <th key={name} scope="col" className={head}>
              {name}
            </th>
          ))}
          <th scope="col" className={mergeClasses(head, styles.sum)}>
            {all}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts, sum }) => (
          <tr key={name}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {name}
            </th>
            {counts.map((count, index) => (
              <td key={parts[index]} className={styles.cell}>
                {count}
              </td>
            ))}
            <td className={mergeClasses(styles.cell, styles.sum)}>{sum}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
