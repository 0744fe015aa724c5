/**
 * A dynamic membership rule of Microsoft Entra, as far as it can be judged from the queue: what it asks of the physical IDs of a
 * device, joined by -and, -or, -not and brackets. Any other condition is kept as it stands and is never guessed at.
 */
export type GroupRule =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly GroupRule[] }
  | { readonly kind: 'not'; readonly part: GroupRule }
  | { readonly kind: 'physicalId'; readonly operator: PhysicalIdOperator; readonly value: string }
  | { readonly kind: 'other'; readonly text: string };

export type PhysicalIdOperator = 'eq' | 'startsWith' | 'contains';

/** A rule that is not written as Entra wants it. */
export interface RuleProblem {
  /** Where in the text, counted from one. */
  readonly position: number;
}

export type ParsedRule =
  { readonly ok: true; readonly rule: GroupRule } | { readonly ok: false; readonly problem: RuleProblem };

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN = /"(?:[^"`]|`.)*"|'[^']*'|\[|\]|\(|\)|,|[^\s()[\],"']+/g;
const OPERATORS: Readonly<Record<string, PhysicalIdOperator>> = {
  '-eq': 'eq',
  '-startswith': 'startsWith',
  '-contains': 'contains',
};
/** Deeper than any rule that people write. */
const DEEPEST = 100;

class RuleError extends Error {
  readonly at: number;
  constructor(at: number) {
    super('The rule cannot be read.');
    this.at = at;
  }
}

/** Reads a rule. Letter case of its words does not count. Never throws. */
export function parseRule(text: string): ParsedRule {
  try {
    const reader = createReader(text);
    const rule = readOr(reader, 0);
    if (reader.peek() !== null) throw new RuleError(reader.position());
    return { ok: true, rule };
  } catch (error) {
    if (error instanceof RuleError) return { ok: false, problem: { position: error.at + 1 } };
    throw error;
  }
}

type Reader = ReturnType<typeof createReader>;

function createReader(text: string) {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (text.slice(end, match.index).trim() !== '') throw new RuleError(end);
    tokens.push({ text: match[0], at: match.index });
    end = match.index + match[0].length;
  }
  if (text.slice(end).trim() !== '') throw new RuleError(end);
  let next = 0;
  const peek = (ahead = 0): string | null => tokens[next + ahead]?.text ?? null;
  const position = (): number => tokens[next]?.at ?? text.length;
  return {
    peek,
    position,
    /** The text from a token on, up to the present one. */
    since: (from: number): string => text.slice(tokens[from]?.at ?? 0, position()).trim(),
    mark: (): number => next,
    back: (mark: number): void => void (next = mark),
    take(): string {
      const token = tokens[next];
      if (token === undefined) throw new RuleError(text.length);
      next += 1;
      return token.text;
    },
    is: (word: string, ahead = 0): boolean => peek(ahead)?.toLowerCase() === word,
    expect(word: string): void {
      if (peek()?.toLowerCase() !== word) throw new RuleError(position());
      next += 1;
    },
  };
}

function readOr(reader: Reader, depth: number): GroupRule {
  return readJoined(reader, 'or', () => readJoined(reader, 'and', () => readNot(reader, depth)));
}

function readJoined(reader: Reader, kind: 'and' | 'or', read: () => GroupRule): GroupRule {
  const first = read();
  const parts = [first];
  while (reader.is(`-${kind}`) || reader.is(kind)) {
    reader.take();
    parts.push(read());
  }
  return parts.length === 1 ? first : { kind, parts };
}

function readNot(reader: Reader, depth: number): GroupRule {
  if (depth > DEEPEST) throw new RuleError(reader.position());
  if (reader.is('-not') || reader.is('not')) {
    reader.take();
    return { kind: 'not', part: readNot(reader, depth + 1) };
  }
  if (!reader.is('(')) return readCondition(reader);
  reader.take();
  const inside = readOr(reader, depth + 1);
  reader.expect(')');
  return inside;
}

function readCondition(reader: Reader): GroupRule {
  const mark = reader.mark();
  const physicalId = readPhysicalId(reader);
  if (physicalId !== null) return physicalId;
  reader.back(mark);
  return readOther(reader, mark);
}

function readPhysicalId(reader: Reader): GroupRule | null {
  if (!reader.is('device.devicephysicalids') || !reader.is('-any', 1) || !reader.is('(', 2) || !reader.is('_', 3))
    return null;
  const operator = OPERATORS[reader.peek(4)?.toLowerCase() ?? ''];
  const literal = reader.peek(5) ?? '';
  if (operator === undefined || !/^["']/.test(literal) || !reader.is(')', 6)) return null;
  for (let count = 0; count < 7; count++) reader.take();
  return { kind: 'physicalId', operator, value: literal.slice(1, -1).replace(/`(.)/g, '$1') };
}

/** A condition on something else: property, operator, and a value, a list or a bracket. */
function readOther(reader: Reader, mark: number): GroupRule {
  if (!/^(?:device|user)\.\w+$/i.test(reader.peek() ?? '')) throw new RuleError(reader.position());
  reader.take();
  if (!/^-\w+$/.test(reader.peek() ?? '')) throw new RuleError(reader.position());
  reader.take();
  const opening = reader.take();
  if (opening === '(' || opening === '[') skipTo(reader, opening);
  else if (/^[)\],-]/.test(opening)) throw new RuleError(reader.position());
  return { kind: 'other', text: reader.since(mark) };
}

function skipTo(reader: Reader, opening: '(' | '['): void {
  const closing = opening === '(' ? ')' : ']';
  let open = 1;
  while (open > 0) {
    const token = reader.take();
    if (token === opening) open += 1;
    if (token === closing) open -= 1;
  }
}
