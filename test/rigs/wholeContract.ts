import { contractParts, type ProcedureName } from '../../src/shared/api/contract.ts';
import type { AnyProcedure } from '../../src/shared/api/procedure.ts';

const loaded = await Promise.all(Object.values(contractParts).map((load) => load()));
const entries = loaded.flatMap((part) => Object.entries<AnyProcedure>(part));

/** Every procedure there is, by its name. */
// The parts are the contract: there is one for each name.
export const contract = Object.fromEntries(entries) as Readonly<Record<ProcedureName, AnyProcedure>>;
