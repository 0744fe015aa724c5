import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { ChecklistItem, ChecklistView } from '../../../shared/checklists/checklist.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { ChecklistFilter, MarkEntry, StartedChecklist } from '../../store/checklistStore.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createManyChecklists } from './manyChecklists.ts';
import { startSheet } from './startSheet.ts';
import { createChecklistDocuments } from './checklistDocuments.ts';
import { createTenantChecklists } from './tenantChecklists.ts';
import { createOwnChecklists } from './ownChecklists.ts';
import { markSentence, refuseToMark } from './markItem.ts';

/** Checklists of devices: starting, reading and marking them. */
export function createChecklistsService(context: ServiceContext): ChecklistHandlers {
  const { checklists, ports, store, devices, history, publish } = context;
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

  const ofTenants = createTenantChecklists(context);
  const forOne: Omit<ChecklistHandlers, keyof ReturnType<typeof createManyChecklists>> = {
    ...createChecklistDocuments(context),
    ...ofTenants.handlers,
    ...createOwnChecklists(context),
    'checklists.templates': () => ({ templates: [...templates.all()] }),

    /** The sheet that the device has, where it has one; a new technician flow begins a new one by itself. */
    'checklists.start': ({ deviceId, templateId, options }) => {
      const template = templates.named(templateId);
      if (template.blocks.every(({ scope }) => scope === 'tenant')) throw forTheTenant(template.title);
      const started = store.write(() => {
        deviceOf(deviceId);
        return startSheet(context, deviceId, template, options).sheet;
      });
      publish('checklists.changed');
      return view(started);
    },

    'checklists.proposal': ({ deviceId }) => ({ templateId: templates.forScenario(deviceOf(deviceId))?.id ?? null }),

    'checklists.setOptions': ({ id, options }) => {
      const { options: before } = startedChecklist(id);
      store.write(() => checklists.setOptions(id, { ...before, ...options }));
      publish('checklists.changed');
      return view(startedChecklist(id));
    },

    'checklists.takeNewer': ({ id }) => {
      const started = startedChecklist(id);
      const newest = templates.named(started.templateId);
      store.write(() => {
        checklists.goOnWith(id, newest);
        const sentence = `The checklist goes on with version ${newest.version}: ${newest.title}.`;
        history.add({ deviceId: started.deviceId, subject: 'checklist', sentence, source: context.who() });
      });
      publish('checklists.changed');
      return view(startedChecklist(id));
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
      const entry = { itemId, state, note: note ?? null, by: context.who(), at: ports.clock.now().toISOString() };
      refuseToMark(before.items, item, entry);
      if (started.endedAt !== null) {
        throw new AppError('conflict', 'This checklist ended when a new technician flow began.', {
          remedy: 'Tick the device’s new checklist.',
        });
      }
      store.write(() => {
        const device = deviceOf(started.deviceId);
        if (item.scope === 'tenant') {
          ofTenants.mark(device.tenantId, started.templateId, item, entry, device);
        } else {
          checklists.mark(id, entry);
          if (isWorthALine(item, entry)) {
            const sentence = markSentence(item, entry);
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

function forTheTenant(title: string): AppError {
  return new AppError('invalid-input', `“${title}” is done once for a customer, not for a device.`, {
    remedy: 'It stands under Checklists › Customer.',
  });
}
