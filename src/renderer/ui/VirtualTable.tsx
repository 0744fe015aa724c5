import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useWorkspace } from '../app/workspace.ts';
import { commonText } from '../text/common.ts';
import { tableText } from '../text/table.ts';
import type { Selection } from './selection.ts';
import { nothingSelected, toggled, withRange } from './selection.ts';
import type { TableColumn, Sort } from './tableColumn.ts';
import { TableHead } from './TableHead.tsx';
import { tableMemory } from './tableMemory.ts';
import { useTableStyles } from './virtualTable.styles.ts';

const ROW_PX = { comfortable: 40, compact: 32 } as const;
/** What a second line of small words needs. */
const SECOND_LINE_PX = 8;
const OVERSCAN_ROWS = 8;

interface VirtualTableProps<Row> {
  readonly name: string;
  readonly label: string;
  /** Which rows in which order, as a text: when it changes, the table begins at the top again. */
  readonly content?: string;
  readonly columns: readonly TableColumn<Row>[];
  /** How many lines of words a row may hold; one where nothing is said. */
  readonly lines?: 1 | 2;
  /** How many rows there are, loaded or not. */
  readonly count: number;
  /** Undefined while the row is not loaded; `onRange` then asks for it. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly idOf: (row: Row) => string;
  /** What a row is called when it is selected. */
  readonly nameOf: (row: Row) => string;
  /** What a row looks like beside what it says. */
  readonly classOf?: (row: Row) => string | undefined;
  readonly onRange?: (first: number, last: number) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** Selects everything that matches, on screen or not. */
  readonly onSelectAll?: () => void;
  readonly onOpen?: (row: Row) => void;
}

/**
 * A table of any length with few rows in the document. Arrows, Page, Home and End move; Space selects, Shift extends,
 * Ctrl+A takes all that matches; Enter opens. It keeps its place while the page is elsewhere.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { name, content = '', columns, count, rowAt, idOf, selection = nothingSelected, onSelect } = props;
  const styles = useTableStyles();
  const rowPx = ROW_PX[useWorkspace().settings.density] + (props.lines === 2 ? SECOND_LINE_PX : 0);
  const memory = tableMemory(name, content);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(Math.min(memory.activeIndex, Math.max(count - 1, 0)));
  const [anchor, setAnchor] = useState(active);
  const [shownContent, setShownContent] = useState(content);
  if (shownContent !== content) {
    setShownContent(content);
    setActive(0);
    setAnchor(0);
  }
  const focusNext = useRef(false);
  const isSelectable = onSelect !== undefined;
  const tracks = [...(isSelectable ? ['44px'] : []), ...columns.map((column) => column.width)].join(' ');

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
    initialOffset: memory.scrollTop,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const tellRange = useEffectEvent(() => props.onRange?.(first, last));
  useEffect(() => tellRange(), [first, last]);
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const scrolledFor = useRef(content);
  useEffect(() => {
    if (scrolledFor.current === content) return;
    scrolledFor.current = content;
    virtualizer.scrollToOffset(0);
  }, [virtualizer, content]);
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 2}"]`);
    if (row === undefined || row === null) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });

  function moveTo(index: number, extend: boolean): void {
    const next = Math.max(0, Math.min(index, count - 1));
    focusNext.current = true;
    setActive(next);
    memory.activeIndex = next;
    virtualizer.scrollToIndex(next);
    if (!extend) setAnchor(next);
    else if (onSelect !== undefined) onSelect(withRange(selection, idsFromTo(anchor, next), anchor, next));
  }

  /** Sparse: only what lies between the two is looked up. */
  function idsFromTo(from: number, to: number): (string | undefined)[] {
    const ids: (string | undefined)[] = [];
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const row = rowAt(index);
      ids[index] = row === undefined ? undefined : idOf(row);
    }
    return ids;
  }

  function select(index: number, extend: boolean): void {
    const row = rowAt(index);
    if (row === undefined || onSelect === undefined) return;
    onSelect(extend ? withRange(selection, idsFromTo(anchor, index), anchor, index) : toggled(selection, idOf(row)));
    setAnchor(index);
    setActive(index);
    memory.activeIndex = index;
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === ' ' && isSelectable) select(active, event.shiftKey);
    else if (event.key === 'Enter') open(active);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) props.onSelectAll?.();
    else if (event.key === 'Escape' && selection.size > 0) onSelect?.(nothingSelected);
    else return;
    event.preventDefault();
  }

  function open(index: number): void {
    const row = rowAt(index);
    if (row === undefined) return;
    memory.activeIndex = index;
    props.onOpen?.(row);
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={(event) => (memory.scrollTop = event.currentTarget.scrollTop)}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + (isSelectable ? 1 : 0)}
        aria-multiselectable={isSelectable}
        className={styles.grid}
      >
        <TableHead
          columns={columns}
          tracks={tracks}
          sort={props.sort}
          onSort={props.onSort}
          selectAll={
            isSelectable && props.onSelectAll !== undefined
              ? {
                  state: selection.size === 0 ? false : selection.size >= count ? true : 'mixed',
                  onSelectAll: props.onSelectAll,
                  onSelectNone: () => onSelect(nothingSelected),
                }
              : null
          }
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {items.map(({ index, start, size }) => {
            const row = rowAt(index);
            const isSelected = row !== undefined && selection.has(idOf(row));
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelectable ? isSelected : undefined}
                tabIndex={index === active ? 0 : -1}
                className={mergeClasses(
                  styles.row,
                  row === undefined ? undefined : props.classOf?.(row),
                  isSelected && styles.selected,
                )}
                style={{ gridTemplateColumns: tracks, height: size, transform: `translateY(${start}px)` }}
                onClick={() => open(index)}
                // A screen reader puts the focus on any row, past the arrow keys.
                onFocus={() => setActive(index)}
              >
                {isSelectable && (
                  <div
                    role="gridcell"
                    className={styles.check}
                    onClick={(event) => {
                      event.stopPropagation();
                      event.preventDefault();
                      select(index, event.shiftKey);
                    }}
                  >
                    {row !== undefined && (
                      <Checkbox
                        tabIndex={-1}
                        checked={isSelected}
                        aria-label={tableText.select(props.nameOf(row))}
                        onChange={noChange}
                      />
                    )}
                  </div>
                )}
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" className={styles.cell}>
                    {row === undefined ? (
                      <span className={styles.pending}>{commonText.loading}</span>
                    ) : (
                      column.render(row)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The cell around the checkbox takes the press, so that its whole width can be hit. */
function noChange(): void {
  // Nothing: see above.
}
