import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { withFacts } from '../../../shared/checklists/templateFacts.ts';
import { assembleTemplate, stepCatalogue, templateFile } from '../../../shared/checklists/templateFile.ts';

const CATALOGUE = 'steps.json';

/**
 * The checklists that ship with Reseal, from `<resources>/checklists`.
 * @throws Error where a file is missing or does not hold what it should: the installation is broken
 */
export function loadTemplates(resourcesFolder: string): readonly ChecklistTemplate[] {
  const folder = join(resourcesFolder, 'checklists');
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, name), 'utf8'), (_, value: unknown) =>
      typeof value === 'string' ? withFacts(value) : value,
    );
  const catalogue = stepCatalogue.parse(read(CATALOGUE));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== CATALOGUE)
    .sort()
    .map((name) => assembleTemplate(templateFile.parse(read(name)), catalogue));
}
