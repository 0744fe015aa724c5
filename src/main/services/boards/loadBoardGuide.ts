import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBoardGuide, type BoardGuide } from '../../../shared/boards/boardGuide.ts';

/**
 * The cases of a repair that ship with Reseal, from `<resources>/boards`.
 * @throws Error where the file is missing or does not hold what it should: the installation is broken
 */
export function loadBoardGuide(resourcesFolder: string): BoardGuide {
  return readBoardGuide(JSON.parse(readFileSync(join(resourcesFolder, 'boards', 'guide.json'), 'utf8')));
}
