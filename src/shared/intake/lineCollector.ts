const MOST_RANGES = 40;

export interface LineCollector {
  /** Lines come in the order of the file. */
  readonly add: (line: number) => void;
  readonly count: () => number;
  /** `line 3`, `lines 1, 2 and 7 to 9`. Beyond forty ranges the last one closes the list. */
  readonly words: () => string;
}

/** Collects line numbers as ranges, so that naming millions of lines takes no memory. */
export function createLineCollector(): LineCollector {
  const ranges: { from: number; to: number }[] = [];
  let count = 0;
  return {
    add(line) {
      count++;
      const last = ranges.at(-1);
      if (last !== undefined && (line === last.to + 1 || ranges.length >= MOST_RANGES)) last.to = line;
      else ranges.push({ from: line, to: line });
    },
    count: () => count,
    words() {
      const words = ranges.flatMap(({ from, to }) =>
        from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`],
      );
      const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
      return `${count === 1 ? 'line' : 'lines'} ${list}`;
    },
  };
}
