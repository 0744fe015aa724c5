import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './projectRoot.mjs';

/** Becomes a built program: same process, so that signals, input and exit status need no carrying. */
export async function runBuilt(name, options) {
  const program = join(projectRoot, 'out', 'main', name);
  process.argv = [process.execPath, program, ...options];
  await import(pathToFileURL(program).href);
}
