import { textOf, type JsonObject } from './graphMessages.ts';

/** The part of OData's `$filter` that Reseal and the tools around it use. */
export type ODataFilter = Comparison | Junction;

interface Comparison {
  readonly kind: 'contains' | 'startswith' | 'eq' | 'any';
  readonly property: string;
  readonly value: string;
}

interface Junction {
  readonly kind: 'and' | 'or';
  readonly left: ODataFilter;
  readonly right: ODataFilter;
}

type Token = { readonly kind: 'word' | 'literal' | 'mark'; readonly text: string };

/** Parses a filter, or returns `null` for anything it does not know; Graph answers that with 400. */
export function parseFilter(text: string): ODataFilter | null {
  const tokens = tokenize(text);
  if (!tokens) return null;
  const reader = new TokenReader(tokens);
  const filter = readOr(reader);
  return filter && reader.isAtEnd() ? filter : null;
}

/** Whether a record passes; strings compare without case, as Graph does. */
export function passesFilter(filter: ODataFilter, record: JsonObject): boolean {
  switch (filter.kind) {
    case 'and':
      return passesFilter(filter.left, record) && passesFilter(filter.right, record);
    case 'or':
      return passesFilter(filter.left, record) || passesFilter(filter.right, record);
    case 'any': {
      const values = record[filter.property];
      return Array.isArray(values) && values.some((value) => sameText(String(value), filter.value));
    }
    case 'eq':
      return sameText(textOf(record, filter.property), filter.value);
    case 'contains':
      return lower(textOf(record, filter.property)).includes(lower(filter.value));
    case 'startswith':
      return lower(textOf(record, filter.property)).startsWith(lower(filter.value));
  }
}

/** Every comparison of a filter as `kind property`, to check against what an endpoint serves. */
export function comparisonsOf(filter: ODataFilter): readonly string[] {
  if ('left' in filter) {
    return [...comparisonsOf(filter.left), ...comparisonsOf(filter.right)];
  }
  return [`${filter.kind} ${filter.property}`];
}

class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  /** Takes the next token when it is of the kind and, if given, has the text. */
  take(kind: Token['kind'], text?: string): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== kind || (text !== undefined && token.text.toLowerCase() !== text)) return null;
    this.position += 1;
    return token.text;
  }
}

function readOr(reader: TokenReader): ODataFilter | null {
  let left = readAnd(reader);
  while (left && reader.take('word', 'or') !== null) {
    const right = readAnd(reader);
    left = right && { kind: 'or', left, right };
  }
  return left;
}

function readAnd(reader: TokenReader): ODataFilter | null {
  let left = readComparison(reader);
  while (left && reader.take('word', 'and') !== null) {
    const right = readComparison(reader);
    left = right && { kind: 'and', left, right };
  }
  return left;
}

function readComparison(reader: TokenReader): ODataFilter | null {
  if (reader.take('mark', '(') !== null) {
    const inner = readOr(reader);
    return reader.take('mark', ')') === null ? null : inner;
  }
  const word = reader.take('word');
  if (word === null) return null;
  if (word === 'contains' || word === 'startswith') return readCall(reader, word);
  if (word.endsWith('/any')) return readAny(reader, word.slice(0, -'/any'.length));
  if (reader.take('word', 'eq') === null) return null;
  const value = reader.take('literal') ?? reader.take('word');
  return value === null ? null : { kind: 'eq', property: word, value };
}

function readCall(reader: TokenReader, kind: 'contains' | 'startswith'): ODataFilter | null {
  if (reader.take('mark', '(') === null) return null;
  const property = reader.take('word');
  if (property === null || reader.take('mark', ',') === null) return null;
  const value = reader.take('literal');
  return value === null || reader.take('mark', ')') === null ? null : { kind, property, value };
}

/** `any(p:p eq 'x')`; the variable's name does not matter. */
function readAny(reader: TokenReader, property: string): ODataFilter | null {
  if (reader.take('mark', '(') === null || reader.take('word') === null || reader.take('word', 'eq') === null)
    return null;
  const value = reader.take('literal');
  return value === null || reader.take('mark', ')') === null ? null : { kind: 'any', property, value };
}

function tokenize(text: string): readonly Token[] | null {
  const pattern = /\s*(?:'((?:[^']|'')*)'|([(),])|([\w/:.-]+))\s*/y;
  const tokens: Token[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    const [, literal, mark, word] = match;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal.replaceAll("''", "'") });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

const lower = (text: string): string => text.toLowerCase();
const sameText = (left: string, right: string): boolean => lower(left) === lower(right);
