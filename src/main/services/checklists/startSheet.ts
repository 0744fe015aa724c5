import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import type { ChosenOptions } from '../../../shared/checklists/listCase.ts';
import type { StartedChecklist } from '../../store/checklistStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

/**
 * The sheet of a device, begun where it has none under way; a new technician flow begins a new one by itself. Belongs in a
 * transaction.
 */
export function startSheet(
  { checklists, history, ports, who }: Pick<ServiceContext, 'checklists' | 'history' | 'ports' | 'who'>,
  deviceId: string,
  template: ChecklistTemplate,
  options?: ChosenOptions,
): { readonly sheet: StartedChecklist; readonly isNew: boolean } {
  const latest = checklists.latest(deviceId, template.id);
  if (latest !== null && latest.endedAt === null) return { sheet: latest, isNew: false };
  history.add({ deviceId, subject: 'checklist', sentence: `Checklist started: ${template.title}.`, source: who() });
  return { sheet: checklists.start(deviceId, template, ports.clock.now().toISOString(), options), isNew: true };
}
