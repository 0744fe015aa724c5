import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { tableText } from '../text/table.ts';
import { useTableStyles } from './virtualTable.styles.ts';
import type { TableColumn, Sort } from './tableColumn.ts';

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly tracks: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly selectAll: {
    readonly state: boolean | 'mixed';
    readonly onSelectAll: () => void;
    readonly onSelectNone: () => void;
  } | null;
}

/** Column titles that stay in sight; those that sort are buttons. */
export function TableHead<Row>({ columns, tracks, sort, onSort, selectAll }: TableHeadProps<Row>) {
  const styles = useTableStyles();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        {selectAll !== null && (
          <div role="columnheader" className={styles.check}>
            <Checkbox
              checked={selectAll.state}
              aria-label={tableText.selectAll}
              onChange={() => (selectAll.state === true ? selectAll.onSelectNone() : selectAll.onSelectAll())}
            />
          </div>
        )}
        {columns.map((column) => {
          const isSorted = sort?.by === column.id;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.headCell}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {column.sortable === true && onSort !== undefined ? (
                <button
                  type="button"
                  className={mergeClasses(styles.sort, isSorted && styles.sorted)}
                  onClick={() => onSort({ by: column.id, descending: isSorted && !sort.descending })}
                >
                  {column.title}
                  {isSorted && (sort.descending ? <ArrowDownRegular /> : <ArrowUpRegular />)}
                </button>
              ) : (
                (column.head ?? column.title)
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
