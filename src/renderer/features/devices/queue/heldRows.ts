/** Some of the rows of a long list, and in which place the first of them stands. */
export interface Rows<Row> {
  readonly offset: number;
  readonly rows: readonly Row[];
}

/**
 * The rows in the places that were read last: where a row stood before, it still stands, whatever has come of it. In places that
 * nobody has seen stand, in their order, the rows that were read and stand nowhere yet. No row stands twice, and there are no more
 * than were read or shown.
 */
export function heldRows<Row extends { readonly id: string }>(shown: Rows<Row>, read: Rows<Row>): Rows<Row> {
  const end = Math.max(endOf(read), Math.min(endOf(shown), read.offset + shown.rows.length));
  const places = Array.from(
    { length: end - read.offset },
    (_, place) => shown.rows[read.offset + place - shown.offset],
  );
  const held = new Set(places.flatMap((row) => row?.id ?? []));
  const free = read.rows.filter(({ id }) => !held.has(id)).values();
  const rows: Row[] = [];
  for (const place of places) {
    const row = place ?? free.next().value;
    // The list has become so short that nothing stands behind this place.
    if (row === undefined) break;
    rows.push(row);
  }
  return { offset: read.offset, rows };
}

const endOf = ({ offset, rows }: Rows<unknown>): number => offset + rows.length;

/** How many rows came, left or changed places between two orders of the same part of a list. */
export function changesBetween(shown: readonly string[], read: readonly string[]): number {
  const places = new Map(read.map((id, place) => [id, place]));
  const stayed = shown.flatMap((id) => places.get(id) ?? []);
  const came = read.length - stayed.length;
  const left = shown.length - stayed.length;
  // One that comes pushes another out at the end of what is read: that is one change.
  return Math.max(came, left) + stayed.length - longestRising(stayed);
}

/** The length of the longest part, with gaps, in which each number is greater than the one before. */
function longestRising(numbers: readonly number[]): number {
  const least: number[] = [];
  for (const number of numbers) {
    const place = least.findIndex((end) => end >= number);
    if (place === -1) least.push(number);
    else least[place] = number;
  }
  return least.length;
}
