import { readRegistryValue, type RegistryValue } from './registryValue.ts';

export interface RegistryEntry {
  /** As it is written; empty for the default value. */
  readonly name: string;
  readonly value: RegistryValue;
  /** 1-based. */
  readonly line: number;
}

export interface RegistryKey {
  /** As it is written, with its hive. */
  readonly path: string;
  /** By name in lower case. */
  readonly entries: ReadonlyMap<string, RegistryEntry>;
}

/** What a file of registry text holds. */
export interface RegistryText {
  readonly dialect: 'dump' | 'regedit';
  /** In the order of the file; a key that is written twice is one. */
  readonly keys: readonly RegistryKey[];
  readonly removedKeys: readonly string[];
  readonly removedValues: readonly { readonly key: string; readonly name: string }[];
  /** Lines that are neither a key nor a value. */
  readonly strangeLines: number;
  /** Whether there was more than may be read. */
  readonly isCut: boolean;
}

/** Every value of a device's registry would be more; a dump has some thousands. */
const MOST_VALUES = 500_000;
const MOST_KEYS = 200_000;
/** A text with line breaks in it goes on over lines; one that never ends is none. */
const MOST_LINES_OF_A_VALUE = 10_000;
/** Characters; a longer line is no value that anybody needs. */
const LONGEST_LINE = 1_048_576;

const HEADER = /^\uFEFF?(Windows Registry Editor|REGEDIT4)/;
const KEY = /^\s*\[(-?)(.+)\]\s*$/;
const NAMED = /^\s*"/;
const DEFAULT = /^\s*@=(.*)$/s;
const ESCAPED_NAME = /^\s*"((?:[^"\\]+|\\.)*)"=(.*)$/s;

interface OpenKey {
  readonly path: string;
  readonly entries: Map<string, RegistryEntry>;
}

/**
 * Reads what `reg export` and Regedit write (“Windows Registry Editor Version 5.00”, `REGEDIT4`), and the dump of the collector of
 * diagnostics, which has no header, a blank before each value and nothing escaped. Never throws.
 */
export function readRegistryText(text: string): RegistryText {
  const lines = text.split(/\r\n|\n|\r/);
  const header = HEADER.exec(lines.find((line) => line.trim() !== '') ?? '')?.[1];
  const hasHeader = header !== undefined;
  const keys = new Map<string, OpenKey>();
  const removedKeys: string[] = [];
  const removedValues: { key: string; name: string }[] = [];
  let open: OpenKey | null = null;
  let strangeLines = 0;
  let values = 0;
  let at = hasHeader ? lines.findIndex((line) => HEADER.test(line)) + 1 : 0;

  for (; at < lines.length && values < MOST_VALUES && keys.size < MOST_KEYS; at++) {
    const line = lines[at] ?? '';
    if (/^[\s\uFEFF]*(?:;.*)?$/.test(line)) continue;
    const key = KEY.exec(line.replace(/^\uFEFF/, ''));
    if (key !== null) {
      const path = key[2] ?? '';
      if (key[1] === '-') {
        removedKeys.push(path);
        open = null;
      } else open = keyAt(keys, path);
      continue;
    }
    const isEscaped = hasHeader && !/^\s/.test(line);
    const split = open === null || line.length > LONGEST_LINE ? null : nameAndRest(line, isEscaped);
    if (open === null || split === null) {
      strangeLines++;
      continue;
    }
    const { name } = split;
    const whole = wholeRest(lines, at, split.rest, isEscaped);
    if (whole.rest === '-') removedValues.push({ key: open.path, name });
    else {
      values++;
      const value = valueOf(whole.rest, isEscaped, header !== 'REGEDIT4');
      open.entries.set(name.toLowerCase(), { name, value, line: at + 1 });
    }
    at += whole.lines - 1;
  }
  return {
    dialect: hasHeader ? 'regedit' : 'dump',
    keys: [...keys.values()],
    removedKeys,
    removedValues,
    strangeLines,
    isCut: at < lines.length,
  };
}

/** The key with this path; one that is written again goes on. */
function keyAt(keys: Map<string, OpenKey>, path: string): OpenKey {
  const name = path.toLowerCase();
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = { path, entries: new Map<string, RegistryEntry>() };
  keys.set(name, made);
  return made;
}

/** What stands behind the `=`, with the lines on which it goes on: hexadecimal behind a backslash, or a text whose last quote is still to come. */
function wholeRest(
  lines: readonly string[],
  start: number,
  first: string,
  isEscaped: boolean,
): { readonly rest: string; readonly lines: number } {
  const goesOn = first.startsWith('"') ? !isClosed(first, isEscaped) : /^hex/i.test(first) && first.endsWith('\\');
  if (!goesOn) return { rest: first, lines: 1 };
  const parts = [first];
  for (let at = start + 1; at < lines.length && at - start < MOST_LINES_OF_A_VALUE; at++) {
    const line = lines[at] ?? '';
    if (line.length > LONGEST_LINE || beginsAnew(line)) break;
    parts.push(line);
    if (first.startsWith('"')) {
      if (isClosed(line, isEscaped)) return { rest: parts.join('\n').trimEnd(), lines: parts.length };
    } else if (!line.trimEnd().endsWith('\\')) {
      return { rest: parts.map((part) => part.trim().replace(/\\$/, '')).join(''), lines: parts.length };
    }
  }
  return { rest: first, lines: 1 };
}

/** Whether a line cannot belong to the text before it. */
const beginsAnew = (line: string): boolean =>
  NAMED.test(line) ? line.includes('"=') : DEFAULT.test(line) || /^\s*\[-?HKEY_/.test(line);

/** Whether a text ends on this line; by an odd number of backslashes before it, a quote is a part of the text. */
function isClosed(line: string, isEscaped: boolean): boolean {
  const text = line.trimEnd();
  if (!text.endsWith('"') || text === '"') return false;
  let backslashes = 0;
  while (isEscaped && text[text.length - 2 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

function valueOf(rest: string, isEscaped: boolean, isWide: boolean): RegistryValue {
  if (!rest.startsWith('"')) return readRegistryValue(rest, isWide);
  // In the dump nothing is escaped: the value ends at the last quote of all. One that has no end is cut.
  const inner = isClosed(rest, isEscaped) ? rest.slice(1, -1) : rest.slice(1);
  return { type: 'text', text: isEscaped ? unescaped(inner) : inner };
}

function nameAndRest(text: string, isEscaped: boolean): { readonly name: string; readonly rest: string } | null {
  const unnamed = DEFAULT.exec(text)?.[1];
  if (unnamed !== undefined) return { name: '', rest: unnamed.trim() };
  if (!NAMED.test(text)) return null;
  if (isEscaped) {
    const [, name, rest] = ESCAPED_NAME.exec(text) ?? [];
    return name === undefined || rest === undefined ? null : { name: unescaped(name), rest: rest.trim() };
  }
  const begin = text.indexOf('"');
  const end = text.indexOf('"=', begin + 1);
  return end < 0 ? null : { name: text.slice(begin + 1, end), rest: text.slice(end + 2).trim() };
}

const unescaped = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1');
