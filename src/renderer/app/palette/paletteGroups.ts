import type { FluentIcon } from '@fluentui/react-icons';
import { beginsWords, matches, partsOf } from './matchWords.ts';

/** One thing that can be chosen. */
export interface PaletteRow {
  readonly id: string;
  readonly label: string;
  /** A smaller word beside it, which is searched too. */
  readonly detail: string | null;
  /** Other words to find it by, which are not shown. */
  readonly alsoCalled: string;
  /** Why it cannot be chosen now; null where it can. */
  readonly reason: string | null;
  readonly Icon: FluentIcon;
  /** The key that does the same. */
  readonly key: string | null;
  /** In letters that cannot be confused. */
  readonly isSerial: boolean;
  readonly choose: () => void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly rows: readonly PaletteRow[];
  /** Another has searched already: these are shown as they come. */
  readonly isFound?: boolean;
}

/** The groups with what fits the query; empty ones are left out. Better matches come first, what is not allowed last. */
export function groupsFor(query: string, groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  const parts = partsOf(query);
  return groups
    .map((group) => (group.isFound === true ? group : { ...group, rows: rowsFor(parts, group.rows) }))
    .filter(({ rows }) => rows.length > 0);
}

function rowsFor(parts: readonly string[], rows: readonly PaletteRow[]): readonly PaletteRow[] {
  const rank = (row: PaletteRow) => (row.reason === null ? 0 : 2) + (beginsWords(parts, row.label) ? 0 : 1);
  return rows
    .filter(({ label, detail, alsoCalled }) => matches(parts, [label, detail ?? '', alsoCalled]))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Every row in the order in which the arrow keys pass them. */
export function rowsInGroups(groups: readonly PaletteGroup[]): readonly PaletteRow[] {
  return groups.flatMap(({ rows }) => rows);
}

/** The row that a key leads to, round the ends; null where there is none or the key is no such key. */
export function rowAfter(key: string, rows: readonly PaletteRow[], active: PaletteRow | null): PaletteRow | null {
  const at = active === null ? -1 : rows.indexOf(active);
  switch (key) {
    case 'ArrowDown':
      return rows[(at + 1) % rows.length] ?? null;
    case 'ArrowUp':
      return rows.at(at <= 0 ? -1 : at - 1) ?? null;
    case 'Home':
      return rows[0] ?? null;
    case 'End':
      return rows.at(-1) ?? null;
    default:
      return null;
  }
}
