import type { Lines } from './lineWords.ts';

const MOST_RANGES = 40;

export interface LineCollector {
  /** Lines come in the order of the file. */
  readonly add: (line: number) => void;
  readonly count: () => number;
  /** Beyond forty ranges the last one closes the list. */
  readonly lines: () => Lines;
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
    lines: () => ({ count, ranges }),
  };
}
