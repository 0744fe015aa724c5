import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder of the queue, the same for every door: the option, else `RESEAL_DATA_DIR`, else the operating system's
 * place for application data.
 */
export function dataFolderOf(option: string | undefined, environment: NodeJS.ProcessEnv): string {
  return resolve(option ?? (environment['RESEAL_DATA_DIR'] || envPaths('reseal', { suffix: '' }).data));
}
