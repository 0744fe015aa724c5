import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { intakeProcedures, type IntakeHandlers } from '../../../shared/api/contract/intake.ts';

type IntakeProcedure = keyof IntakeHandlers;

/**
 * Answered in the backend and not by the engine: files arrive here, a cancel must overtake the work that it stops, and
 * the count of unfinished imports is asked at every start.
 */
const besideTheEngine = [
  'intake.openFile',
  'intake.appendToFile',
  'intake.closeFiles',
  'intake.cancel',
  'intake.unfinished',
] as const satisfies readonly IntakeProcedure[];

/** The engine answers all others: a new one needs only an entry in the contract and a handler in the engine. */
export type EngineProcedure = Exclude<IntakeProcedure, (typeof besideTheEngine)[number]>;
export type EngineHandlers = Pick<IntakeHandlers, EngineProcedure>;

type Forward = <Name extends EngineProcedure>(name: Name, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>;

const engineProcedures = Object.keys(intakeProcedures).filter(isEngineProcedure);

/** A handler for every procedure of the engine; all of them pass the call on. */
export function forwardToEngine(forward: Forward): EngineHandlers {
  const forwarderOf =
    <Name extends EngineProcedure>(name: Name) =>
    (input: ParsedInputOf<Name>) =>
      forward(name, input);
  const handlers = Object.fromEntries(engineProcedures.map((name) => [name, forwarderOf(name)]));
  if (!answersTheEngines(handlers)) throw new Error('A procedure of the intake engine is not forwarded.');
  return handlers;
}

function answersTheEngines(handlers: Readonly<Record<string, unknown>>): handlers is EngineHandlers {
  return engineProcedures.every((name) => typeof handlers[name] === 'function');
}

function isEngineProcedure(name: string): name is EngineProcedure {
  const others: readonly string[] = besideTheEngine;
  return Object.hasOwn(intakeProcedures, name) && !others.includes(name);
}
