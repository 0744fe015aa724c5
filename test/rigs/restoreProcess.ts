import { createClosedQueue } from '../../src/main/closedQueue.ts';

/** Restores a backup in a process of its own, for tests that kill it: `node restoreProcess.ts <data folder> <backup>`. */
const [dataFolder = '', file = ''] = process.argv.slice(2);
const queue = createClosedQueue(dataFolder, () => new Date(), null);
process.stdout.write('ready\n');
queue.restore(file, 'MW');
