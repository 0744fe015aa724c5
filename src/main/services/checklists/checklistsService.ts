import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { ChecklistItem, ChecklistView } from '../../../shared/checklists/checklist.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ChecklistFilter, MarkEntry, StartedChecklist } from '../../store/checklistStore.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createManyChecklists } from './manyChecklists.ts';
import { startSheet } from './startSheet.ts';
import { createChecklistDocuments } from './checklistDocuments.ts';
import { templateNamed } from './templateNamed.ts';

/** Checklists of devices: starting, reading and marking them. */
export function createChecklistsService(context: ServiceContext): ChecklistHandlers {
  const { audit, checklists, ports, store, devices, history, publish } = context;
  const { checklistTemplates: templates, checklistViews: views } = context;

  function deviceOf(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device === null) throw unknownDevice();
    return device;
  }

  function startedChecklist(id: string): StartedChecklist {
    const started = checklists.get(id);
    if (started === null) throw new AppError('not-found', 'This checklist does not exist.');
    return started;
  }

  function view(started: StartedChecklist): ChecklistView {
    return views.of(started, deviceOf(started.deviceId));
  }

  /** Of a list: those whose device or template cannot be read are left out. */
  const viewsOf = (started: readonly StartedChecklist[]): ChecklistView[] => store.setAside.readable(started, view);

  /** Lists of open ones are read by what is written down here, so that they need not look at every checklist there ever was. */
  function workOutCompletion(filter: ChecklistFilter): void {
    const changed = viewsOf(checklists.toWorkOut(filter)).map(({ id, completedAt }) => ({
      id,
      isComplete: completedAt !== null,
    }));
    if (changed.length === 0) return;
    try {
      store.write(() => {
        for (const { id, isComplete } of changed) checklists.setComplete(id, isComplete);
      });
    } catch (error) {
      // On a full disk they are listed as open until this can be written.
      ports.log.warn('checklists.completionNotKept', { reason: String(error) });
    }
  }

  const forOne: Omit<ChecklistHandlers, keyof ReturnType<typeof createManyChecklists>> = {
    ...createChecklistDocuments(context),
    'checklists.templates': () => ({ templates: [...templates] }),

    /** The sheet that the device has, where it has one; a new technician flow begins a new one by itself. */
    'checklists.start': ({ deviceId, templateId }) => {
      const template = templateNamed(templates, templateId);
      const started = store.write(() => {
        deviceOf(deviceId);
        return startSheet(context, deviceId, template).sheet;
      });
      publish('checklists.changed');
      return view(started);
    },

    'checklists.get': ({ id }) => view(startedChecklist(id)),

    'checklists.list'({ offset, limit, ...filter }) {
      if (filter.open !== undefined) workOutCompletion(filter);
      return { total: checklists.count(filter), checklists: viewsOf(checklists.page(filter, offset, limit)) };
    },

    'checklists.mark': ({ id, itemId, state, note }) => {
      const started = startedChecklist(id);
      const before = view(started);
      const item = before.items.find((candidate) => candidate.id === itemId);
      if (item === undefined) throw new AppError('not-found', `This checklist has no item ${itemId}.`);
      if (state === 'skipped' && item.need === 'required' && (note ?? '').trim() === '') {
        throw new AppError('invalid-input', `${item.id} is required: skipping it needs a reason.`, {
          remedy: 'Say in the note why it is skipped.',
          fields: [{ field: 'note', message: 'Say why this required step is skipped.' }],
        });
      }
      if (started.endedAt !== null) {
        throw new AppError('conflict', 'This checklist ended when a new technician flow began.', {
          remedy: 'Tick the device’s new checklist.',
        });
      }
      store.write(() => {
        const device = deviceOf(started.deviceId);
        const entry = { itemId, state, note: note ?? null, by: context.who(), at: ports.clock.now().toISOString() };
        const sentence = markSentence(item, entry);
        if (item.scope === 'tenant') {
          checklists.markForTenant(device.tenantId, started.templateId, entry);
          audit.add({
            who: entry.by,
            action: 'checklists.mark',
            devices: [device.id],
            tenants: [device.tenantId],
            sentence: `For the whole tenant, at ${deviceTitle(device)}: ${sentence}`,
          });
        } else {
          checklists.mark(id, entry);
          if (isWorthALine(item, entry)) {
            history.add({ deviceId: started.deviceId, subject: 'checklist', sentence, source: entry.by });
          }
        }
      });
      publish('checklists.changed');
      return view(started);
    },
  };
  return { ...forOne, ...createManyChecklists(context, forOne) };
}

/** Plain ticks stand on the sheet; what says more, or takes something back, stands in the device's history too. */
function isWorthALine({ state: before }: ChecklistItem, { state, note }: MarkEntry): boolean {
  return state !== 'done' || note !== null || before === 'failed' || before === 'skipped';
}

function markSentence(
  { id, title, state: before, note: noteBefore }: ChecklistItem,
  { state, note }: MarkEntry,
): string {
  const remark = note === null || note.trim() === '' ? '' : `: ${note.trim()}`;
  if (state !== 'open') return `${id} ${title} – ${state}${remark}`;
  return `${id} ${title} – open again, after “${before}${noteBefore === null ? '' : `: ${noteBefore}`}”`;
}
