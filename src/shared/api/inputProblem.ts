import { neutralFormatter } from '../format/neutralFormatter.ts';
import type { z } from 'zod';
import type { FieldWords } from './fieldWords.ts';

type Issue = z.core.$ZodIssue;
type Path = Issue['path'];
type FieldOf = (path: Path) => FieldWords;

/** What is wrong with a field, and what to do: one sentence each. */
export interface InputProblem {
  readonly path: Path;
  readonly message: string;
  /** Left out where the message says it, as those of our own rules do. */
  readonly remedy?: string;
}

/** How input is checked so that `inputProblem` can word what is wrong: a schema's own message stays, and Zod gives none. */
export const unworded = { error: () => '', reportInput: true } as const;

const MOST_NAMED = 20;
const tellSomebody = 'Try again; if it stays, tell whoever looks after Reseal.';
const isUnknown = 'is not one that Reseal knows.';
const isMiswritten = 'is not written as it must be.';

/**
 * Words what a schema finds wrong, for a person. Of the value nothing is told but its length: it may be a secret.
 * @param issue as a check with `unworded` finds it
 */
export function inputProblem(issue: Issue, fieldOf: FieldOf): InputProblem {
  const { path, message } = issue;
  if (message !== '') return { path, message };
  const field = fieldOf(path);
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return boundProblem(path, field, boundOf(issue), issue.input);
    case 'invalid_format':
      return problem(path, field, formatWords(issue.format, field), 'Correct it.');
    case 'invalid_value':
      return valueProblem(path, field, isMissing(issue) ? 'is missing.' : isUnknown, issue.values);
    case 'invalid_type':
      if (isMissing(issue)) return problem(path, field, 'is missing.', 'Enter it.');
      return problem(path, field, typeWords(issue.expected), 'Correct it.');
    case 'invalid_union':
      return unionProblem(issue, fieldOf);
    case 'not_multiple_of':
      return problem(path, field, `must be a multiple of ${count(issue.divisor)}.`, 'Correct it.');
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => `“${key}”`).join(', ');
      return problem(path, field, `holds what is not known here: ${names}.`, 'Leave it out.');
    }
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return problem(path, field, isMiswritten, 'Correct it.');
  }
}

function problem(path: Path, field: FieldWords, words: string, remedy: string): InputProblem {
  return { path, message: sentence(field, words), remedy: field.isEntered ? remedy : tellSomebody };
}

function sentence({ name }: FieldWords, words: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${words}`;
}

function isMissing(issue: Issue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
}

interface Bound {
  readonly isUpper: boolean;
  readonly limit: number | bigint;
  readonly isExact: boolean;
  /** Whether the limit itself is still good. */
  readonly isInclusive: boolean;
}

function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Bound {
  const { exact = false, inclusive = true } = issue;
  const isUpper = issue.code === 'too_big';
  return { isUpper, limit: isUpper ? issue.maximum : issue.minimum, isExact: exact, isInclusive: inclusive };
}

function boundProblem(path: Path, field: FieldWords, bound: Bound, input: unknown): InputProblem {
  if (Array.isArray(input)) return listProblem(path, field, bound, input.length);
  if (typeof input === 'string') return textProblem(path, field, bound, charactersOf(input));
  const { isUpper, limit, isInclusive } = bound;
  const relation = isUpper ? (isInclusive ? 'at most' : 'less than') : isInclusive ? 'at least' : 'more than';
  const remedy = isUpper ? 'Enter a smaller number.' : 'Enter a larger number.';
  return problem(path, field, `must be ${relation} ${amount(limit, field)}.`, remedy);
}

function textProblem(path: Path, field: FieldWords, bound: Bound, length: number): InputProblem {
  if (length === 0) return problem(path, field, 'is empty.', 'Enter it.');
  const words = `has ${count(length)} ${length === 1 ? 'character' : 'characters'}; ${allowed(bound)}.`;
  return problem(path, field, words, bound.isUpper ? 'Make it shorter.' : 'Make it longer.');
}

/** What is chosen is a person's also where the rest of the request is not. */
function listProblem(path: Path, field: FieldWords, bound: Bound, length: number): InputProblem {
  const remedy = bound.isUpper ? 'Choose fewer.' : length === 0 ? 'Choose at least one.' : 'Choose more.';
  const words =
    length === 0 ? 'is empty.' : `has ${count(length)} ${length === 1 ? 'entry' : 'entries'}; ${allowed(bound)}.`;
  return { path, message: sentence(field, words), remedy };
}

function allowed({ isUpper, limit, isExact }: Bound): string {
  const verb = limit === 1 ? 'is' : 'are';
  if (isExact) return `exactly ${count(limit)} ${verb} needed`;
  return isUpper ? `at most ${count(limit)} ${verb} allowed` : `at least ${count(limit)} ${verb} needed`;
}

/** As Zod counts them: what JavaScript keeps in two halves is one. */
function charactersOf(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g) ?? []).length;
}

function amount(limit: number | bigint, { unit }: FieldWords): string {
  return unit === undefined || limit === 0 ? count(limit) : `${count(Number(limit) / unit.per)} ${unit.word}`;
}

function count(number: number | bigint): string {
  return neutralFormatter.number(Number(number));
}

function formatWords(format: string, { form }: FieldWords): string {
  if (form !== undefined) return `must be ${form}.`;
  switch (format) {
    case 'uuid':
    case 'guid':
      return 'must be one that Reseal gave.';
    case 'url':
      return 'must be a web address, such as https://example.com.';
    case 'datetime':
      return 'must be a date and a time, such as 2026-11-23T14:05:00Z.';
    case 'date':
      return 'must be a date, such as 2026-11-23.';
    default:
      return isMiswritten;
  }
}

function valueProblem(
  path: Path,
  field: FieldWords,
  words: string,
  values: readonly z.core.util.Primitive[],
): InputProblem {
  const named = values.slice(0, MOST_NAMED).map(String).join(', ');
  const others = values.length > MOST_NAMED ? ', …' : '';
  return { path, message: sentence(field, words), remedy: `Choose one of: ${named}${others}.` };
}

function typeWords(expected: string): string {
  switch (expected) {
    case 'string':
      return 'must be text.';
    case 'number':
      return 'must be a number.';
    case 'int':
      return 'must be a whole number.';
    case 'boolean':
      return 'must be true or false.';
    case 'array':
      return 'must be a list.';
    case 'object':
      return 'must be a set of named values.';
    default:
      return isMiswritten;
  }
}

/** Of several ways to write something, the one that was most likely meant; where nothing tells which, all of them. */
function unionProblem(issue: z.core.$ZodIssueInvalidUnion, fieldOf: FieldOf): InputProblem {
  const { path } = issue;
  const ways = [...issue.errors].sort((a, b) => missingIn(a) - missingIn(b) || a.length - b.length);
  const firsts = ways.flatMap(([first]) => first ?? []);
  const [likely] = firsts;
  if ('options' in issue) return valueProblem(path, fieldOf(path), isUnknown, issue.options);
  if (likely === undefined) return problem(path, fieldOf(path), isMiswritten, 'Correct it.');
  const values = firsts.map((first) =>
    first.code === 'invalid_value' && first.path.length === 0 ? first.values : null,
  );
  if (values.every((some) => some !== null)) {
    return valueProblem(path, fieldOf(path), issue.input === undefined ? 'is missing.' : isUnknown, values.flat());
  }
  const names = new Set(firsts.map((first) => fieldOf([...path, ...first.path]).name));
  if (!isMissing(likely) || names.size === 1) {
    return inputProblem({ ...likely, path: [...path, ...likely.path] }, fieldOf);
  }
  return { path, message: `One of these is missing: ${[...names].join(', ')}.`, remedy: 'Give one of them.' };
}

function missingIn(issues: readonly Issue[]): number {
  return issues.filter(isMissing).length;
}
