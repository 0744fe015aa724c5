/** Lines of a file, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines that have something in common, in the order of the file. */
export interface Lines {
  readonly count: number;
  readonly ranges: readonly LineRange[];
}

/** `line 3`, `lines 1, 2 and 7 to 9`. */
export function lineWords({ count, ranges }: Lines): string {
  const words = ranges.flatMap(({ from, to }) =>
    from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`],
  );
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
  return `${count === 1 ? 'line' : 'lines'} ${list}`;
}

/** `line 3`, `lines 3 to 9`. */
export function rangeWords({ from, to }: LineRange): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}
