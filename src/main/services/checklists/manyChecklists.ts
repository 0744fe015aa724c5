import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import { gateBefore } from '../../../shared/checklists/items.ts';
import { inTurns } from '../inTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { startSheet } from './startSheet.ts';

type ForMany = Pick<ChecklistHandlers, 'checklists.startMany' | 'checklists.markMany'>;
type ForOne = Pick<ChecklistHandlers, 'checklists.mark'>;

/** Checklists of many devices at once: started, and ticked as one by one. */
export function createManyChecklists(context: ServiceContext, one: ForOne): ForMany {
  const { checklists, checklistTemplates: templates, checklistViews: views, devices, publish, store } = context;

  return {
    async 'checklists.startMany'({ deviceIds, templateId }) {
      const template = templates.named(templateId);
      const counts = { started: 0, had: 0 };
      await inTurns(store, deviceIds, (id) => {
        if (devices.get(id) === null) return;
        counts[startSheet(context, id, template).isNew ? 'started' : 'had'] += 1;
      });
      publish('checklists.changed');
      return counts;
    },
    async 'checklists.markMany'({ deviceIds, templateId, itemId, ...mark }) {
      const counts = { marked: 0, had: 0, without: 0, held: 0 };
      for (const deviceId of deviceIds) {
        const device = devices.get(deviceId);
        const sheet = checklists.latest(deviceId, templateId);
        const items = device === null || sheet === null || sheet.endedAt !== null ? [] : views.of(sheet, device).items;
        const item = items.find(({ id }) => id === itemId);
        if (sheet === null || item === undefined) counts.without += 1;
        else if (item.state === mark.state) counts.had += 1;
        else if (mark.state === 'done' && gateBefore(items, itemId) !== undefined) counts.held += 1;
        else {
          if (item.scope === 'tenant') throw forTheTenant(itemId);
          await one['checklists.mark']({ id: sheet.id, itemId, ...mark });
          counts.marked += 1;
        }
      }
      return counts;
    },
  };
}

function forTheTenant(itemId: string): AppError {
  return new AppError('invalid-input', `${itemId} is a step of the whole tenant.`, {
    remedy: 'Tick it once, on the page of the checklists.',
  });
}
