import { measureFloor } from './measureFloor.ts';
import { measureImport } from './measureImport.ts';

/** One measurement in a process of its own, so that nothing is warm or held from the one before. */
const [kind, file = '', devices = '0', warmUpFile = '', encryption] = process.argv.slice(2);
const isPlain = encryption === 'plain';
const result =
  kind === 'floor' ? measureFloor(file, Number(devices)) : await measureImport(file, warmUpFile, { isPlain });
process.stdout.write(JSON.stringify(result));
