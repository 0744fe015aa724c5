import { SaxesParser } from 'saxes';

export interface Oa3Hash {
  /** The line where the element begins, 1-based. */
  readonly line: number;
  readonly text: string;
}

export type Oa3Report =
  | { readonly state: 'read'; readonly hashes: readonly Oa3Hash[] }
  | { readonly state: 'broken'; readonly line: number; readonly hashes: readonly Oa3Hash[] };

/** Reads every hardware hash of an `oa3tool /Report` file, up to the place where it stops being XML. */
export function readOa3Report(xml: string): Oa3Report {
  const hashes: Oa3Hash[] = [];
  const brokenAt: number[] = [];
  let current: { line: number; text: string } | null = null;
  const parser = new SaxesParser({ position: true });
  parser.on('error', () => {
    brokenAt.push(parser.line);
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'HardwareHash') current = { line: parser.line, text: '' };
  });
  const append = (text: string): void => {
    if (current !== null) current.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', ({ name }) => {
    if (name !== 'HardwareHash' || current === null) return;
    hashes.push(current);
    current = null;
  });
  parser.write(xml).close();
  const [line] = brokenAt;
  return line === undefined ? { state: 'read', hashes } : { state: 'broken', line, hashes };
}
