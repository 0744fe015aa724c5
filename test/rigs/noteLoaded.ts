import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** For `node --import`: what a program has loaded by its end, as addresses in the file that `RESEAL_LOADED` names. */
const addresses = new Set<string>();
registerHooks({
  load(address, context, next) {
    addresses.add(address);
    return next(address, context);
  },
});
process.on('exit', () => writeFileSync(process.env['RESEAL_LOADED'] ?? '', JSON.stringify([...addresses])));
