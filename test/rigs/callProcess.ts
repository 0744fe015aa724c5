import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createBackend } from '../../src/main/backend.ts';
import type { ProcedureName } from '../../src/shared/api/contract.ts';
import { contract } from './wholeContract.ts';
import { testPorts } from './testPorts.ts';

/**
 * Asks a backend in a process of its own, for tests that kill it: `node callProcess.ts <data folder>`. Each line in is one call,
 * `["procedure", input]`; its number goes out once it was answered.
 */
const [dataFolder = ''] = process.argv.slice(2);
const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(contract, name);
const call = z.tuple([z.string().refine(isProcedure), z.unknown()]);
const backend = createBackend(testPorts(dataFolder));
process.stdout.write('ready\n');
let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [name, input] = call.parse(JSON.parse(line));
  const outcome = await backend.dispatch(name, input);
  if (!outcome.ok) throw new Error(outcome.error.message);
  process.stdout.write(`${number}\n`);
  number += 1;
}
await backend.close();
