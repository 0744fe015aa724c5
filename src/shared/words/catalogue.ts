import { z } from 'zod';

/** What crosses a border instead of a sentence: a code, and beside it what the words about it need. */
interface Coded {
  readonly code: string;
}

/** Each member of a union by its code. */
type ByCode<All extends Coded> = { readonly [Code in All['code']]: Extract<All, { readonly code: Code }> };

/**
 * The words for every code of a union: a code without words is a type error.
 * @typeParam More what the words need besides what is coded
 */
export type Catalogue<All extends Coded, More extends readonly unknown[] = []> = {
  readonly [Code in All['code']]: (said: ByCode<All>[Code], ...more: More) => string;
};

/** The schema of one code with its parameters. These alone decide the words: jobs are counted together by them. */
export function coded<const Code extends string>(code: Code): z.ZodObject<{ readonly code: z.ZodLiteral<Code> }>;
export function coded<const Code extends string, Parameters extends z.ZodRawShape>(
  code: Code,
  parameters: Parameters,
): z.ZodObject<{ readonly code: z.ZodLiteral<Code> } & Parameters>;
export function coded(code: string, parameters: z.ZodRawShape = {}) {
  return z.object({ code: z.literal(code), ...parameters });
}

/** What is coded, in words. @param code that of `said`, by which the compiler knows its parameters */
export function wordsOf<All extends Coded, Code extends All['code'], More extends readonly unknown[] = []>(
  catalogue: Catalogue<All, More>,
  code: Code,
  said: ByCode<All>[Code],
  ...more: More
): string {
  return catalogue[code](said, ...more);
}
