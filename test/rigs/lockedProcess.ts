import { createBackend } from '../../src/main/backend.ts';
import { openOrLock } from '../../src/main/lockedQueue.ts';
import { systemClock } from '../../src/main/systemClock.ts';
import { keptLog, testPorts } from './testPorts.ts';

/** A locked queue in a process of its own, which enters the key that it reads, for tests that kill it: `node lockedProcess.ts <data folder>`. */
const [dataFolder = ''] = process.argv.slice(2);
const backend = await openOrLock({
  unlocking: { dataFolder, now: systemClock.now, environment: process.env },
  open: (vault) => createBackend(testPorts(dataFolder, { vault })),
  clock: systemClock,
  log: keptLog().log,
});
process.stdout.write('begins\n');
const typed = (await process.stdin.toArray()).join('');
process.stdout.write(`${JSON.stringify(await backend.dispatch('vault.enterKey', { typed }))}\n`);
await backend.close();
