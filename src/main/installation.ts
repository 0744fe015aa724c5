import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The folder that holds `package.json`, `out/` and `resources/`: a checkout, or the packaged app's archive. */
export const installationFolder: string = nearestPackage(import.meta.dirname);

/** Checklists, samples and icons that ship with the program. */
export const resourcesFolder: string = join(installationFolder, 'resources');

/** The version of this Reseal, as its package says. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(installationFolder, 'package.json'), 'utf8'))).version;

/** Sources stand deeper than built files, so the way up is looked for, not counted. */
function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The installation of Reseal is incomplete: install it again.');
  return nearestPackage(parent);
}
