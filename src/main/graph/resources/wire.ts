import { z } from 'zod';

/** What Microsoft sent for one thing, untouched: unknown properties, words that are new to us, and their case. */
export type RawProperties = Readonly<Record<string, unknown>>;

/** Parses what is needed, and hands it on together with the whole as it came. */
export function besideRaw<Parsed, Result>(
  fields: z.ZodType<Parsed>,
  together: (parsed: Parsed, raw: RawProperties) => Result,
): z.ZodType<Result> {
  return z.record(z.string(), z.unknown()).transform((raw, context) => {
    const parsed = fields.safeParse(raw);
    if (parsed.success) return together(parsed.data, raw);
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

const NEVER = '0001-01-01';
const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/** A text that may be missing, null or empty: all three mean that there is none. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === null || value === '' ? null : value));

/** An id in another service; Graph writes "none" as null, as an empty text, or as the zero GUID. */
export const optionalId = optionalText.transform((value) => (value === ZERO_GUID ? null : value));

/** An instant; Graph writes "never" as the year 1. What cannot be read as an instant counts as none. */
export const optionalInstant = optionalText.transform((value) => {
  if (value === null || value.startsWith(NEVER)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
});

export const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

export const optionalBoolean = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

/** What came and is not among the properties that are read. */
export const without = (raw: RawProperties, known: object): RawProperties =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !Object.hasOwn(known, name)));
