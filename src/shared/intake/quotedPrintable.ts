import type { SourceLine } from './lineSplitter.ts';

/** A mail wraps here (RFC 2045 §6.7). */
const LONGEST_LINE = 76;
const SHORTEST_WRAPPED = 60;
const FEWEST_WRAPPED = 3;
/** Far more than a row; what goes on longer was not wrapped by a mail. */
const MOST_CHARACTERS = 65_536;

export interface SoftLineJoiner {
  readonly push: (lines: readonly SourceLine[]) => SourceLine[];
  readonly end: () => SourceLine[];
}

/** Whether a mail wrapped the lines: none is longer than it allows, and some end in its soft line break. */
export function isQuotedPrintable(lines: readonly SourceLine[]): boolean {
  const wrapped = lines.filter(({ text }) => text.endsWith('=') && text.length >= SHORTEST_WRAPPED);
  return wrapped.length >= FEWEST_WRAPPED && lines.every(({ text }) => text.length <= LONGEST_LINE);
}

/** Joins lines that end in a soft line break, and turns `=3D` back into its character. */
export function createSoftLineJoiner(): SoftLineJoiner {
  let open: SourceLine | null = null;
  const take = (source: SourceLine): SourceLine[] => {
    const joined: SourceLine = open === null ? source : { ...open, text: open.text + source.text };
    open = null;
    if (!joined.text.endsWith('=') || joined.text.length > MOST_CHARACTERS)
      return [{ ...joined, text: decoded(joined.text) }];
    open = { ...joined, text: joined.text.slice(0, -1) };
    return [];
  };
  return {
    push: (lines) => lines.flatMap(take),
    end: () => {
      const last: SourceLine | null = open;
      open = null;
      return last === null ? [] : [{ ...last, text: decoded(last.text) }];
    },
  };
}

function decoded(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes.replaceAll('=', '%'));
    } catch {
      // Not UTF-8: it stays as it stands.
      return escapes;
    }
  });
}
