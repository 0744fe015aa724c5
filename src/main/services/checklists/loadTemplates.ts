import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checklistKind, type ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { withFacts } from '../../../shared/checklists/templateFacts.ts';
import { assembleTemplate, stepCatalogue, templateFile } from '../../../shared/checklists/templateFile.ts';

/**
 * The checklists that ship with Reseal, from `<resources>/checklists` and the steps in its folder `steps`, by kind.
 * @throws Error where a file is missing or does not hold what it should: the installation is broken
 */
export function loadTemplates(resourcesFolder: string): readonly ChecklistTemplate[] {
  const folder = join(resourcesFolder, 'checklists');
  const catalogue = stepCatalogue.parse(Object.assign({}, ...readAll(join(folder, 'steps'))));
  return readAll(folder)
    .map((file) => assembleTemplate(templateFile.parse(file), catalogue))
    .toSorted(byKind);
}

/** The files of a folder in the order of their names, with the facts that they name. */
function readAll(folder: string): unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): unknown =>
      JSON.parse(readFileSync(join(folder, name), 'utf8'), (_, value: unknown) =>
        typeof value === 'string' ? withFacts(value) : value,
      ),
    );
}

/** Pre-provisioning first: it is what the bench does all day. */
function byKind(one: ChecklistTemplate, other: ChecklistTemplate): number {
  const place = ({ kind }: ChecklistTemplate) => checklistKind.options.indexOf(kind);
  return place(one) - place(other) || rank(one) - rank(other);
}

const rank = ({ id }: ChecklistTemplate): number => {
  const index = BENCH_FIRST.findIndex((beginning) => id.startsWith(beginning));
  return index === -1 ? BENCH_FIRST.length : index;
};
const BENCH_FIRST = ['pre-provisioning', 'user-driven', 'self-deploying'];
