import { flushCompileCache } from 'node:module';
import { createBackend } from '../../src/main/backend.ts';
import { testPorts } from './testPorts.ts';

/** A backend in a process of its own, for tests that kill it: `node backendProcess.ts <data folder> <practice url> <token>`. */
const [dataFolder = '', url = '', token = ''] = process.argv.slice(2);
createBackend(testPorts(dataFolder, { runsOutbox: true, practiceTenant: { url, token } }));
flushCompileCache();
process.stdout.write('ready\n');
