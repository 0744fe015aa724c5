import { openStore } from '../../src/main/store/openStore.ts';
import { unlock } from '../../src/main/vault/unlock.ts';

/** Opens a queue in a process of its own, with whatever secret store there is: `node unlockProcess.ts <data folder>`. */
const [dataFolder = ''] = process.argv.slice(2);
const now = (): Date => new Date();
process.stdout.write('begins\n');
const vault = await unlock({ dataFolder, now, environment: process.env });
openStore(dataFolder, now, vault.databaseKey).close();
vault.markInUse();
process.stdout.write(`${JSON.stringify(vault.view())}\n`);
