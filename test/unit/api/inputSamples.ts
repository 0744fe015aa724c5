import { z } from 'zod';
import type { AnyProcedure } from '../../../src/shared/api/procedure.ts';

/** One way in which an input breaks the contract. */
export interface BrokenInput {
  readonly what: string;
  readonly path: readonly (string | number)[];
  readonly input: unknown;
}

type Path = BrokenInput['path'];

interface Node {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly format?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Node>>;
  readonly items?: Node | undefined;
  readonly anyOf: readonly Node[];
}

const number = z.number().optional();
/** JSON Schema, as far as the contract uses it. */
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    minLength: number,
    maxLength: number,
    minimum: number,
    exclusiveMinimum: number,
    maximum: number,
    minItems: number,
    maxItems: number,
    required: z.array(z.string()).default([]),
    properties: z.record(z.string(), node).default({}),
    items: node.optional(),
    anyOf: z.array(node).default([]),
  }),
);

/** What the schema's description leaves out: how these are written. */
const written: Readonly<Record<string, unknown>> = {
  bytes: new Uint8Array(1),
  thumbprintSha256: 'a'.repeat(64),
  graphRoot: 'http://127.0.0.1:8080',
  authority: 'http://127.0.0.1:8080',
  address: 'ada@contoso.example',
  quietFrom: '20:00',
  quietUntil: '06:00',
};

function schemaOf({ input }: AnyProcedure): Node {
  return node.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
}

/** An input that the procedure takes, with every field that it can have. */
export function goodInput(procedure: AnyProcedure): unknown {
  return sample(schemaOf(procedure), '');
}

function sample(schema: Node, name: string): unknown {
  if (name in written) return written[name];
  const [first] = schema.anyOf;
  if (first !== undefined) return sample(first, name);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === 'date') return '2026-11-17';
  if (schema.format === 'uuid') return '6d8d8a5e-0000-4000-8000-000000000001';
  if (schema.format === 'date-time') return '2026-11-17T06:00:00.000Z';
  switch (kindOf(schema)) {
    case 'string':
      return 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'array':
      return [schema.items === undefined ? null : sample(schema.items, '')];
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties).map(([key, of]) => [key, sample(of, key)]));
    default:
      return null;
  }
}

function kindOf({ type }: Node): string {
  return (typeof type === 'string' ? type : type?.[0]) ?? 'anything';
}

/** The good input with one thing wrong, for every bound, format, kind and necessity of every field. */
export function brokenInputs(procedure: AnyProcedure): readonly BrokenInput[] {
  const schema = schemaOf(procedure);
  const good = sample(schema, '');
  return wrongs(schema, []).map(({ what, path, value }) => ({ what, path, input: withValue(good, path, value) }));
}

interface Wrong {
  readonly what: string;
  readonly path: Path;
  /** `undefined` leaves the field out. */
  readonly value: unknown;
}

function wrongs(schema: Node, path: Path): readonly Wrong[] {
  const [first] = schema.anyOf;
  if (first !== undefined) return wrongs(first, path);
  const wrong = (what: string, value: unknown): Wrong => ({ what, path, value });
  const found: Wrong[] = [wrong('another kind', kindOf(schema) === 'object' ? 5 : { un: 'fit' })];
  if (schema.enum !== undefined) found.push(wrong('another value', 'no-such-value'));
  if (schema.format !== undefined) found.push(wrong('another format', 'no such format'));
  if ((schema.minLength ?? 0) > 0) found.push(wrong('empty', ''));
  if ((schema.minLength ?? 0) > 1) found.push(wrong('too short', 'x'));
  if (schema.maxLength !== undefined) found.push(wrong('too long', 'x'.repeat(schema.maxLength + 1)));
  if (schema.minimum !== undefined) found.push(wrong('too small', schema.minimum - 1));
  if (schema.exclusiveMinimum !== undefined) found.push(wrong('too small', schema.exclusiveMinimum));
  if (schema.maximum !== undefined) found.push(wrong('too large', schema.maximum + 1));
  if (kindOf(schema) === 'integer') found.push(wrong('a fraction', 1.5));
  const { items, minItems = 0, maxItems } = schema;
  if (items !== undefined) {
    if (minItems > 0) found.push(wrong('nothing chosen', []));
    if (maxItems !== undefined)
      found.push(
        wrong(
          'too many',
          Array.from({ length: maxItems + 1 }, () => sample(items, '')),
        ),
      );
    found.push(...wrongs(items, [...path, 0]));
  }
  for (const [key, of] of Object.entries(schema.properties)) {
    found.push(...wrongs(of, [...path, key]));
    if (schema.required.includes(key)) found.push({ what: 'missing', path: [...path, key], value: undefined });
  }
  return found;
}

function withValue(input: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(input)) {
    const items: readonly unknown[] = input;
    return items.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  }
  const fields = z.record(z.string(), z.unknown()).parse(input);
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}
