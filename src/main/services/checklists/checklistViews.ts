import { z } from 'zod';
import type { ChecklistItem, ChecklistTemplate, ChecklistView } from '../../../shared/checklists/checklist.ts';
import { evidenceOf } from '../../../shared/checklists/evidence.ts';
import { itemsOf, type ItemMark } from '../../../shared/checklists/items.ts';
import { checklistProgressOf } from '../../../shared/checklists/progress.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { StartedChecklist } from '../../store/checklistStore.ts';
import type { ServiceStores } from '../serviceStores.ts';

export interface ChecklistViews {
  readonly of: (started: StartedChecklist, device: DeviceRecord) => ChecklistView;
  /** The items of a template as they would stand for a device on which it was not started. */
  readonly draft: (template: ChecklistTemplate, device: DeviceRecord) => readonly ChecklistItem[];
}

const microsoftUser = z.object({ userPrincipalName: z.string().min(1) });

/** A checklist as it stands now: what people marked, and what the device's facts tick. */
export function createChecklistViews({
  checklists,
  devices,
  scans,
}: Pick<ServiceStores, 'checklists' | 'devices' | 'scans'>): ChecklistViews {
  function userAtMicrosoft(deviceId: string): { userPrincipalName: string; readAt: string } | null {
    const microsoft = devices.microsoftOf(deviceId);
    const found = microsoftUser.safeParse(microsoft?.properties);
    return microsoft === null || !found.success ? null : { ...found.data, readAt: microsoft.readAt };
  }

  function items(
    template: ChecklistTemplate,
    marks: readonly ItemMark[],
    device: DeviceRecord,
  ): readonly ChecklistItem[] {
    const evidence = evidenceOf(device, {
      qrScannedAt: scans.lastAutopilotScan(device.id),
      microsoftUser: userAtMicrosoft(device.id),
    });
    return itemsOf(template, withTenant(template, marks, device), evidence);
  }

  const withTenant = (template: ChecklistTemplate, marks: readonly ItemMark[], { tenantId }: DeviceRecord) => [
    ...marks,
    ...checklists.marksOfTenant(tenantId, template.id),
  ];

  function marked(
    template: ChecklistTemplate,
    marks: readonly ItemMark[],
    device: DeviceRecord,
  ): readonly ChecklistItem[] {
    return itemsOf(template, withTenant(template, marks, device), new Map());
  }

  function of(started: StartedChecklist, device: DeviceRecord): ChecklistView {
    const template = checklists.templateOf(started);
    const marks = checklists.marksOf(started.id);
    // The device's facts are those of another technician flow by now.
    const current = started.endedAt === null ? items(template, marks, device) : marked(template, marks, device);
    return {
      ...started,
      ...checklistProgressOf(current),
      ...(started.endedAt === null ? {} : { nextItemId: null }),
      serialNumber: deviceTitle(device),
      model: device.model,
      title: template.title,
      items: [...current],
    };
  }

  return {
    of,
    draft: (template, device) => items(template, [], device),
  };
}
