import type { Content, ContentText, Style } from 'pdfmake/interfaces.js';
import { brokenLines } from './brokenLines.ts';
import { isPlain, runsOf, type TextRun } from './textRuns.ts';

type TextStyle = Pick<Style, 'color' | 'lineHeight'> & {
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
};

/** pdfmake breaks a line again between pieces that are a little too wide for it, and slanted letters are wider. */
const SHARE_OF_WIDTH = 0.97;

/** A text within a column, `width` points wide. pdfmake breaks what Roboto can draw; what needs more is broken here. */
export function paragraph(text: string, style: TextStyle, width: number): Content {
  if (text.split('\n').every(isPlain)) return { text, ...style };
  const weight = style.bold === true ? 'bold' : 'normal';
  const lines = brokenLines(text, weight, (width / style.fontSize) * SHARE_OF_WIDTH);
  return { stack: lines.map((runs) => ({ text: pieces(runs), ...style })) };
}

/** A text as pieces of one line, which may go on with other pieces. */
export function line(text: string): ContentText[] {
  return isPlain(text) ? [{ text }] : pieces(runsOf(text));
}

function pieces(runs: readonly TextRun[]): ContentText[] {
  return runs.map(({ text, typeface }) => ({
    text,
    font: typeface.name,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  }));
}
