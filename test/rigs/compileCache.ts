import { join } from 'node:path';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

/**
 * The environment of a program that a test starts from its sources, again and again: translating them takes longer than all
 * the rest of a start. A program that is going to be killed has to call `flushCompileCache` while it lives.
 */
export const withCompileCache: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_COMPILE_CACHE: join(projectRoot, 'node_modules', '.cache', 'started-by-tests'),
};
