import { plainLine } from './plainText.ts';

const GAP = '  ';
const graphemes = new Intl.Segmenter();

/** Rows as columns that line up; the last column is not padded. */
export function table(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = [header, ...rows.map((row) => row.map((cell) => plainLine(String(cell ?? '–'))))];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

/** Label and value, one pair per line. */
export function factList(facts: readonly (readonly [label: string, value: string | number | null])[]): string {
  const widest = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, value]) => `${label.padEnd(widest)}${GAP}${plainLine(String(value ?? '–'))}`).join('\n');
}

function width(text: string): number {
  return Array.from(graphemes.segment(text)).length;
}
