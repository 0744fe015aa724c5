import { z } from 'zod';

/** A value of an object's schema with what a test says, and nothing else in it: null where that may be, else empty. */
export function blank<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  said: Readonly<Record<string, unknown>>,
): z.output<z.ZodObject<Shape>> {
  const none = Object.entries(schema.shape).map(([name, field]) => [name, emptyOf(field)]);
  return schema.parse({ ...Object.fromEntries(none), ...said });
}

function emptyOf(field: z.core.$ZodType): unknown {
  return [null, '', [], {}, false].find((value) => z.safeParse(field, value).success);
}
