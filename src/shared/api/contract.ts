import type { z } from 'zod';
import { deviceProcedures } from './contract/devices.ts';
import { intakeProcedures } from './contract/intake.ts';
import { microsoftProcedures } from './contract/microsoft.ts';
import { workshopProcedures } from './contract/workshop.ts';

/** Everything the three doors can ask of the backend. The doors and the typed client are derived from it. */
export const contract = {
  ...deviceProcedures,
  ...intakeProcedures,
  ...microsoftProcedures,
  ...workshopProcedures,
} as const;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
/** What a caller sends: defaults may be left out. */
export type InputOf<Name extends ProcedureName> = z.input<Contract[Name]['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInputOf<Name extends ProcedureName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends ProcedureName> = z.output<Contract[Name]['output']>;

/** Handlers of some procedures; a service gives those it is responsible for. */
export type HandlersOf<Name extends ProcedureName> = {
  readonly [N in Name]: (input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;
};
export type Handlers = HandlersOf<ProcedureName>;
