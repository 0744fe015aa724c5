import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';

/** @throws AppError `not-found` naming the templates there are */
export function templateNamed(templates: readonly ChecklistTemplate[], id: string): ChecklistTemplate {
  const found = templates.find((template) => template.id === id);
  if (found !== undefined) return found;
  throw new AppError('not-found', `There is no checklist “${id}”.`, {
    remedy: `Choose one of ${templates.map((template) => template.id).join(', ')}.`,
  });
}
