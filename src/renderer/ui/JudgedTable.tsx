import { Fragment, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Fact } from '../../shared/words/fact.ts';
import { Facts } from './Facts.tsx';
import { Finding } from './Finding.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  ruled: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right' },
  name: { fontWeight: tokens.fontWeightSemibold },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0` },
});

interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

export interface JudgedRow {
  readonly id: string;
  /** One for each column, the first of which names the row. */
  readonly cells: readonly string[];
  readonly findings: readonly { readonly isNote: boolean; readonly sentence: string }[];
  /** What opens its settings. */
  readonly settings: string;
  readonly facts: readonly Fact[];
  /** What can be done with it. */
  readonly acts?: ReactNode;
}

interface JudgedTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly JudgedRow[];
}

/** What a tenant has in Intune, one row each: what is to be looked at below it, and its settings behind a line to open. */
export function JudgedTable({ label, columns, rows }: JudgedTableProps) {
  const styles = useStyles();
  const cellOf = (column: number) => mergeClasses(styles.cell, columns[column]?.isNumber === true && styles.number);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr className={styles.ruled}>
            {columns.map(({ title }, column) => (
              <th key={title} scope="col" className={mergeClasses(cellOf(column), styles.head)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...cells], findings, settings, facts, acts }) => (
            <Fragment key={id}>
              <tr>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={index} className={cellOf(index + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
              <tr className={styles.ruled}>
                <td className={styles.cell} colSpan={columns.length}>
                  {findings.map(({ isNote, sentence }) => (
                    <Finding key={sentence} shape={isNote ? 'open' : 'warning'}>
                      {sentence}
                    </Finding>
                  ))}
                  <details>
                    <summary className={styles.summary}>{settings}</summary>
                    <Facts facts={facts} areWords />
                  </details>
                  {acts}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
