import { evaluate, parse, tokenize, type ObjectNode, type Token } from '@humanwhocodes/momoa';
import { z } from 'zod';
import { ofFile, type ProfileJsonFinding, type SyntaxProblem } from './profileJsonFinding.ts';

/** A property of an object as it is written. */
export interface Member {
  readonly name: string;
  readonly value: unknown;
  readonly line: number;
}

export interface ReadObject {
  /** Null where there is no object, or none that can be read. */
  readonly members: readonly Member[] | null;
  readonly findings: readonly ProfileJsonFinding[];
}

const place = z.object({ line: z.number(), offset: z.number() });

/** The first object of a text with the lines of its properties, and what keeps the text from being one object. */
export function readObject(text: string): ReadObject {
  if (text.trim() === '') return { members: null, findings: [ofFile({ code: 'profileJson.empty' })] };
  try {
    const tokens = tokenize(text, { mode: 'json' });
    const broken = tokens.find(
      ({ type, loc }) => type === 'String' && /[\r\n]/.test(text.slice(loc.start.offset, loc.end.offset)),
    );
    if (broken !== undefined) return notJson('lineBreak', '', broken.loc.start.line);
    // The parser goes down by itself for each level, and comes to an end of its own in a file that is nothing but levels.
    const deep = tooDeep(tokens);
    if (deep !== undefined)
      return notJson('other', text.slice(deep.loc.start.offset, deep.loc.end.offset), deep.loc.start.line);
    const values = topValues(tokens);
    const objects = objectsIn(values);
    const [first] = objects;
    const found = first === undefined ? null : readFirst(text, first);
    return { members: found, findings: wholeFindings(values, objects) };
  } catch (error) {
    const where = place.safeParse(error);
    if (!where.success) throw error;
    return { ...notJson(...problemAt(text, where.data.offset), where.data.line) };
  }
}

/** More levels than any such file has: the documented example has three. */
const MOST_LEVELS = 64;

/** The token that begins one level too many. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  return tokens.find(({ type }) => {
    if (type === 'LBrace' || type === 'LBracket') depth += 1;
    if (type === 'RBrace' || type === 'RBracket') depth -= 1;
    return depth > MOST_LEVELS;
  });
}

function notJson(problem: SyntaxProblem, found: string, line: number): ReadObject {
  return { members: null, findings: [ofFile({ code: 'profileJson.notJson', problem, found }, line)] };
}

/** What stands where the reading stopped, as people know it. */
function problemAt(text: string, offset: number): [SyntaxProblem, string] {
  const found = text.slice(offset, offset + 1);
  if (found === '') return ['unfinished', ''];
  if (/[}\]]/.test(found) && /,\s*$/.test(text.slice(0, offset))) return ['comma', found];
  if (found === '/' || found === '#') return ['comment', found];
  if (/[“”„‘’']/.test(found)) return ['quote', found];
  return ['other', found];
}

/** The tokens of each value that stands by itself. */
function topValues(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const values: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) values.push([]);
    values.at(-1)?.push(token);
    if (token.type === 'LBrace' || token.type === 'LBracket') depth += 1;
    if (token.type === 'RBrace' || token.type === 'RBracket') depth -= 1;
  }
  // A comma between two values is no value.
  return values.filter(([begin]) => begin?.type !== 'Comma');
}

const isList = (value: readonly Token[] | undefined): boolean => value?.[0]?.type === 'LBracket';

/** The objects on top, and those of a list on top. */
function objectsIn(values: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  return values
    .flatMap((value) => (isList(value) ? topValues(value.slice(1, -1)) : [value]))
    .filter(([begin]) => begin?.type === 'LBrace');
}

function wholeFindings(
  values: readonly (readonly Token[])[],
  objects: readonly (readonly Token[])[],
): readonly ProfileJsonFinding[] {
  const lineOf = (value: readonly Token[] | undefined) => value?.[0]?.loc.start.line ?? null;
  if (objects.length === 0) return [ofFile({ code: 'profileJson.notObject' }, lineOf(values[0]))];
  if (isList(values[0])) return [ofFile({ code: 'profileJson.list', objects: objects.length }, lineOf(values[0]))];
  if (values.length === 1) return [];
  return [ofFile({ code: 'profileJson.severalObjects', objects: objects.length }, lineOf(values[1]))];
}

/** Reads one object at its own place, so that its lines are those of the file. */
function readFirst(text: string, tokens: readonly Token[]): readonly Member[] {
  const [begin, end] = [tokens[0]?.loc.start, tokens.at(-1)?.loc.end];
  if (begin === undefined || end === undefined) return [];
  // What stands before it is blanked, line by line, and what stands behind it is left off.
  const before = text.slice(0, begin.offset).replaceAll(/[^\r\n]/g, ' ');
  const { body } = parse(before + text.slice(begin.offset, end.offset), { mode: 'json' });
  return body.type === 'Object' ? membersOf(body) : [];
}

function membersOf({ members }: ObjectNode): readonly Member[] {
  return members.map(({ name, value, loc }) => ({
    name: name.type === 'String' ? name.value : name.name,
    value: evaluate(value),
    line: loc.start.line,
  }));
}
