import type { z } from 'zod';

/** What a field of a device is for. */
export type FieldUse =
  /** Part of the record. Every field is. */
  | 'record'
  /** Helps to tell which device a row of a file means. */
  | 'identity'
  /** A row of a file may confirm or change it. */
  | 'intake'
  /** Compared with what Microsoft tells, to see what is new. */
  | 'tracking'
  /** Told by Microsoft alone, under the same name, and kept as it was told. */
  | 'copied'
  /** The queue's search looks into it. */
  | 'search';

export interface DeviceField<Schema extends z.ZodType = z.ZodType, Use extends FieldUse = FieldUse> {
  readonly schema: Schema;
  readonly blank?: z.output<Schema>;
  readonly uses: readonly (Use | 'record')[];
}

/** A field that has a value before anybody says something about it; the default of its column is the same. */
export function field<Schema extends z.ZodType, Use extends FieldUse = never>(
  schema: Schema,
  blank: z.output<Schema>,
  ...uses: readonly Use[]
): DeviceField<Schema, Use> {
  return { schema, blank, uses: ['record', ...uses] };
}

/** A field that a device gets when it comes into the queue. */
export function given<Schema extends z.ZodType, Use extends FieldUse = never>(
  schema: Schema,
  ...uses: readonly Use[]
): DeviceField<Schema, Use> {
  return { schema, uses: ['record', ...uses] };
}

type Fields = Readonly<Record<string, DeviceField>>;

type SchemasFor<Described extends Fields, Use extends FieldUse> = {
  [Name in keyof Described as Use extends Described[Name]['uses'][number] ? Name : never]: Described[Name]['schema'];
};

/** The schemas of the fields that are for this use, by name, in the order of the description. */
export function schemasFor<Described extends Fields, Use extends FieldUse>(
  fields: Described,
  use: Use,
): SchemasFor<Described, Use> {
  const chosen = Object.entries(fields).filter(([, { uses }]) => uses.includes(use));
  // The compiler does not follow names through `fromEntries`; the filter is the condition of the type.
  return Object.fromEntries(chosen.map(([name, { schema }]) => [name, schema])) as SchemasFor<Described, Use>;
}
