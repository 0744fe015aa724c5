import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { ChecklistItem, TenantChecklist } from '../../../shared/checklists/checklist.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { MarkEntry } from '../../store/checklistStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { markSentence, refuseToMark } from './markItem.ts';

type OfTenants = Pick<ChecklistHandlers, 'checklists.ofTenant' | 'checklists.markForTenant'>;

/** What is done once for a tenant: read and marked without a device, or from the checklist of one. */
export function createTenantChecklists(context: ServiceContext) {
  const { audit, checklists, checklistTemplates: templates, checklistViews: views, ports, publish, store } = context;

  function checklistOf(tenantId: string, templateId: string): TenantChecklist {
    const template = templates.named(templateId);
    const checklist = views.ofTenant(template, tenantId);
    if (checklist === null) throw new AppError('not-found', `“${template.title}” has no step of the whole tenant.`);
    return checklist;
  }

  /**
   * Marks a step for a tenant and its audit log. For use within a transaction.
   * @param device whose checklist it was marked on; null where it was on none
   */
  function mark(
    tenantId: string,
    templateId: string,
    item: ChecklistItem,
    entry: MarkEntry,
    device: DeviceRecord | null,
  ): void {
    checklists.markForTenant(tenantId, templateId, entry);
    const place = device === null ? '' : `, at ${deviceTitle(device)}`;
    audit.add({
      who: entry.by,
      action: 'checklists.mark',
      devices: device === null ? [] : [device.id],
      tenants: [tenantId],
      sentence: `For the whole tenant${place}: ${markSentence(item, entry)}`,
    });
  }

  const handlers: OfTenants = {
    'checklists.ofTenant': ({ tenantId }) => ({
      checklists: templates.all().flatMap((template) => views.ofTenant(template, tenantId) ?? []),
    }),
    'checklists.markForTenant': ({ tenantId, templateId, itemId, state, note }) => {
      const { items } = checklistOf(tenantId, templateId);
      const item = items.find(({ id }) => id === itemId);
      if (item === undefined)
        throw new AppError('not-found', `This checklist has no step ${itemId} of the whole tenant.`);
      const entry = { itemId, state, note: note ?? null, by: context.who(), at: ports.clock.now().toISOString() };
      refuseToMark(items, item, entry);
      store.write(() => mark(tenantId, templateId, item, entry, null));
      publish('checklists.changed');
      return checklistOf(tenantId, templateId);
    },
  };
  return { handlers, mark };
}
