import { z } from 'zod';

/** What a column holds as JSON. Text that is no JSON does not fit, as a value that `schema` does not know does not. */
export function storedJson<Value>(schema: z.ZodType<Value>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'No JSON.' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** `json` where a column holds JSON, and null where it does not: SQLite fails the whole statement over a text that is none. */
export const jsonOrNull = (column: string, json = column): string => `CASE WHEN json_valid(${column}) THEN ${json} END`;
