import type { z } from 'zod';

/**
 * Something a door may ask of the backend. A query changes nothing; a command may. It bears the types of its values and not
 * those of its schemas, which take the compiler far longer to compare.
 */
export interface Procedure<Kind extends 'query' | 'command', Sent, Parsed, Answer> {
  readonly kind: Kind;
  readonly input: z.ZodType<Parsed, Sent>;
  readonly output: z.ZodType<Answer>;
}

export type AnyProcedure = Procedure<'query' | 'command', unknown, unknown, unknown>;

/** A procedure that changes nothing: it may be asked again at any time, also after a lost answer. */
export function query<Sent, Parsed, Answer>(
  input: z.ZodType<Parsed, Sent>,
  output: z.ZodType<Answer>,
): Procedure<'query', Sent, Parsed, Answer> {
  return { kind: 'query', input, output };
}

/** A procedure that may change something: it is never repeated by itself. */
export function command<Sent, Parsed, Answer>(
  input: z.ZodType<Parsed, Sent>,
  output: z.ZodType<Answer>,
): Procedure<'command', Sent, Parsed, Answer> {
  return { kind: 'command', input, output };
}

/** What answers procedures: for each, a function from its parsed input to its output. A service gives those of its capability. */
export type HandlersOf<Procedures extends Readonly<Record<string, AnyProcedure>>> = {
  readonly [Name in keyof Procedures]: (
    input: z.output<Procedures[Name]['input']>,
  ) => z.output<Procedures[Name]['output']> | Promise<z.output<Procedures[Name]['output']>>;
};
