import type { z } from 'zod';

/** Something a door may ask of the backend. A query changes nothing; a command may. */
export interface Procedure<Kind extends 'query' | 'command', Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
}

export type AnyProcedure = Procedure<'query' | 'command', z.ZodType, z.ZodType>;

/** A procedure that changes nothing: it may be asked again at any time, also after a lost answer. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Procedure<'query', Input, Output> {
  return { kind: 'query', input, output };
}

/** A procedure that may change something: it is never repeated by itself. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Procedure<'command', Input, Output> {
  return { kind: 'command', input, output };
}

/** What answers procedures: for each, a function from its parsed input to its output. A service gives those of its capability. */
export type HandlersOf<Procedures extends Readonly<Record<string, AnyProcedure>>> = {
  readonly [Name in keyof Procedures]: (
    input: z.output<Procedures[Name]['input']>,
  ) => z.output<Procedures[Name]['output']> | Promise<z.output<Procedures[Name]['output']>>;
};
