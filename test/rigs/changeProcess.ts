import { openStore } from '../../src/main/store/openStore.ts';
import { rotateKey } from '../../src/main/vault/rotateKey.ts';
import { setEncryption } from '../../src/main/vault/setEncryption.ts';
import { keyPlacesOf } from '../../src/main/vault/unlock.ts';

/** Changes how a queue lies on the disk, in a process of its own, for tests that kill it: `node changeProcess.ts <data folder> <change>`. */
const [dataFolder = '', change = ''] = process.argv.slice(2);
const now = (): Date => new Date();
const options = { dataFolder, now, environment: process.env };
process.stdout.write('begins\n');
if (change === 'migrate') openStore(dataFolder, now).close();
else if (change === 'rotate') await rotateKey(dataFolder, keyPlacesOf(options), now());
else await setEncryption(options, change === 'encrypt');
