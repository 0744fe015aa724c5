import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '../../../src/main/backend.ts';
import { countStatements } from '../../rigs/countStatements.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { fillQueue } from '../queue/measuredQueue.ts';

/** The first minutes have the work of a start and of a day in them: the index of the search, the backup, the check of the file. */
const SETTLES_MS = 150_000;
const MEASURED_MS = 60_000;

/** One queue in a process of its own, left alone; prints what it did meanwhile. */
const folder = temporaryFolder();
fillQueue(folder.path, Number(process.argv[2]), { isSettled: true });
const backend = createBackend(
  testPorts(folder.path, {
    runsOutbox: true,
    // Nothing answers there: a lab is offline most of the day.
    practiceTenant: { url: 'http://127.0.0.1:9', token: 'none' },
  }),
);
await wait(SETTLES_MS);
const count = countStatements();
const before = process.cpuUsage();
await wait(MEASURED_MS);
const { user, system } = process.cpuUsage(before);
const counted = count.statements();
await backend.close();
folder.remove();
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1_000, statements: counted }));
