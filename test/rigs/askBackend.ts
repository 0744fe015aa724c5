import type { Backend } from '../../src/main/backend.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../src/shared/api/contract.ts';
import { contract } from './wholeContract.ts';

/** Calls a procedure that is meant to work, and gives its answer; a refusal fails the test with its sentence. */
export async function ask<Name extends ProcedureName>(
  backend: Backend,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const outcome = await backend.dispatch(name, input);
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  // The schema of this name was just applied; the compiler cannot follow which one that was.
  return contract[name].output.parse(outcome.value) as OutputOf<Name>;
}
