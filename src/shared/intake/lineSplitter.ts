/** A line of a file that is not blank. */
export interface SourceLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** How many characters the line has, when it was too long to keep and `text` is only its beginning. */
  readonly cutFrom: number | null;
}

export interface LineSplitter {
  /** Takes the next piece of the text and returns the lines that it ends. */
  readonly push: (piece: string) => SourceLine[];
  /** Returns what is left. */
  readonly end: () => SourceLine[];
}

/** A hash has 4,000 characters; a line beyond this is no row, and keeping it would cost memory without bound. */
const LONGEST_LINE = 1_048_576;
const KEPT_OF_LONG_LINE = 1_024;

/** Splits text that comes in pieces into lines ended by CR LF, LF or CR, in memory bounded by the longest line allowed. */
export function createLineSplitter(longestLine: number = LONGEST_LINE): LineSplitter {
  let carry = '';
  let dropped = 0;
  let line = 0;

  function finish(text: string, into: SourceLine[]): void {
    line++;
    const characters = dropped + text.length;
    const isLong = dropped > 0 || text.length > longestLine;
    dropped = 0;
    if (isLong) into.push({ line, text: text.slice(0, KEPT_OF_LONG_LINE), cutFrom: characters });
    else if (!isBlank(text)) into.push({ line, text, cutFrom: null });
  }

  /** `text` ended with LF: one line, or several where single CRs stand in it. */
  function finishAll(text: string, into: SourceLine[]): void {
    const body = text.endsWith('\r') ? text.slice(0, -1) : text;
    // Looked for first: splitting costs, and single CRs are rare.
    if (!body.includes('\r')) finish(body, into);
    else for (const part of body.split('\r')) finish(part, into);
  }

  return {
    push(piece) {
      const lines: SourceLine[] = [];
      let start = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
        const text = piece.slice(start, end);
        finishAll(carry === '' ? text : carry + text, lines);
        carry = '';
        start = end + 1;
      }
      carry = carry === '' ? piece.slice(start) : carry + piece.slice(start);
      // The last CR may be half of a CR LF whose other half is still to come.
      const lastBreak = carry.length < 2 ? -1 : carry.lastIndexOf('\r', carry.length - 2);
      if (lastBreak >= 0) {
        for (const part of carry.slice(0, lastBreak).split('\r')) finish(part, lines);
        carry = carry.slice(lastBreak + 1);
      }
      if (carry.length > longestLine) {
        const kept = carry.slice(0, KEPT_OF_LONG_LINE) + (carry.endsWith('\r') ? '\r' : '');
        dropped += carry.length - kept.length;
        carry = kept;
      }
      return lines;
    },
    end() {
      const lines: SourceLine[] = [];
      if (carry !== '' || dropped > 0) finishAll(carry, lines);
      carry = '';
      return lines;
    },
  };
}

function isBlank(text: string): boolean {
  if (text === '') return true;
  // The usual line begins with something, which spares the test for it.
  const first = text.charCodeAt(0);
  return (first <= 0x20 || first === 0xfeff || first === 0xa0) && /^[\s\0\uFEFF\u200B\x1A]*$/.test(text);
}
