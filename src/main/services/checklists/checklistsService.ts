import { AppError } from '../../../shared/api/appError.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { ChecklistTemplate, ChecklistView } from '../../../shared/checklist/checklist.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import type { ChecklistStore, StartedChecklist } from '../../store/checklistStore.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { ChecklistViews } from './checklistViews.ts';

type ChecklistProcedures =
  'checklists.templates' | 'checklists.start' | 'checklists.get' | 'checklists.list' | 'checklists.mark';

interface ChecklistParts {
  readonly templates: readonly ChecklistTemplate[];
  readonly checklists: ChecklistStore;
  readonly views: ChecklistViews;
}

/** Checklists of devices: starting, reading and marking them. */
export function createChecklistsService(
  context: ServiceContext,
  { templates, checklists, views }: ChecklistParts,
): HandlersOf<ChecklistProcedures> {
  const { ports, store, devices, history, publish } = context;

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

  return {
    'checklists.templates': () => ({ templates: [...templates] }),

    /** The one in progress, where there is one; a new one once a finished one is overtaken by a new technician flow. */
    'checklists.start': ({ deviceId, templateId }) => {
      const template = templateNamed(templates, templateId);
      const started = store.write(() => {
        const device = deviceOf(deviceId);
        const latest = checklists.latest(deviceId, templateId);
        if (latest !== null && !isOvertaken(view(latest), device)) return latest;
        history.add({
          deviceId,
          subject: 'checklist',
          sentence: `Checklist started: ${template.title}.`,
          source: context.who(),
        });
        return checklists.start(deviceId, template, ports.clock.now().toISOString());
      });
      publish('checklists.changed');
      return view(started);
    },

    'checklists.get': ({ id }) => view(startedChecklist(id)),

    'checklists.list': ({ tenantId, deviceId, batchId, open, offset, limit }) => {
      const all = checklists.matching({ tenantId, deviceId, batchId });
      if (open === undefined) {
        return { total: all.length, checklists: all.slice(offset, offset + limit).map(view) };
      }
      const wanted = all.map(view).filter(({ completedAt }) => (completedAt === null) === open);
      return { total: wanted.length, checklists: wanted.slice(offset, offset + limit) };
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
      store.write(() => {
        const { tenantId } = deviceOf(started.deviceId);
        if (state === 'open') {
          if (item.scope === 'tenant') checklists.unmarkForTenant(tenantId, started.templateId, itemId);
          else checklists.unmark(id, itemId);
          return;
        }
        const mark = { itemId, state, note: note ?? null, by: context.who(), at: ports.clock.now().toISOString() };
        if (item.scope === 'tenant') checklists.markForTenant(tenantId, started.templateId, mark);
        else checklists.mark(id, mark);
      });
      publish('checklists.changed');
      return view(started);
    },
  };
}

/** @throws AppError `not-found` naming the templates there are */
export function templateNamed(templates: readonly ChecklistTemplate[], id: string): ChecklistTemplate {
  const found = templates.find((template) => template.id === id);
  if (found !== undefined) return found;
  throw new AppError('not-found', `There is no checklist “${id}”.`, {
    remedy: `Choose one of ${templates.map((template) => template.id).join(', ')}.`,
  });
}

/** Whether a finished checklist belongs to an earlier technician flow than the device's present one. */
function isOvertaken({ completedAt }: ChecklistView, { benchStartedAt }: DeviceRecord): boolean {
  return completedAt !== null && benchStartedAt !== null && benchStartedAt > completedAt;
}
