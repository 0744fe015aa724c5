import { z } from 'zod';

/** What is asked of a value: conditions that begin with `$`; a list or an object part by part; anything else is to be equal. */
export type Pattern = unknown;

const object = z.record(z.string(), z.unknown());

/** Whether a value is as a pattern asks. What the pattern does not name may be anything. */
export function fitsPattern(pattern: Pattern, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((part, index) => fitsPattern(part, value[index]))
    );
  }
  const parts = object.safeParse(pattern).data;
  if (parts === undefined) return pattern === (value ?? null);
  const names = Object.keys(parts);
  if (names.some((name) => name.startsWith('$'))) return names.every((name) => fitsCondition(name, parts, value));
  const told = object.safeParse(value).data;
  return told !== undefined && names.every((name) => fitsPattern(parts[name], told[name]));
}

function fitsCondition(name: string, conditions: Readonly<Record<string, unknown>>, value: unknown): boolean {
  const condition = conditions[name];
  const list = Array.isArray(value) ? value : null;
  switch (name) {
    case '$every':
      return list?.every((entry) => fitsPattern(condition, entry)) ?? false;
    case '$some':
      return list?.some((entry) => fitsPattern(condition, entry)) ?? false;
    case '$none':
      return !(list?.some((entry) => fitsPattern(condition, entry)) ?? false);
    case '$and':
      return z
        .array(z.unknown())
        .parse(condition)
        .every((one) => fitsPattern(one, value));
    case '$or':
      return z
        .array(z.unknown())
        .parse(condition)
        .some((one) => fitsPattern(one, value));
    case '$in':
      return z.array(z.unknown()).parse(condition).includes(value);
    case '$len':
      return list !== null && list.length >= z.object({ min: z.number() }).parse(condition).min;
    case '$re': {
      const flags = z.string().default('').parse(conditions['$flags']);
      return typeof value === 'string' && new RegExp(z.string().parse(condition), flags).test(value);
    }
    case '$flags':
      return true;
    default:
      throw new Error(`No pattern has the condition ${name}.`);
  }
}
