import { z } from 'zod';
import type { ChecklistItem, ChecklistTemplate, ChecklistView } from '../../../shared/checklist/checklist.ts';
import { evidenceOf } from '../../../shared/checklist/evidence.ts';
import { itemsOf, type Mark } from '../../../shared/checklist/items.ts';
import { progressOf } from '../../../shared/checklist/progress.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import type { ChecklistStore, StartedChecklist } from '../../store/checklistStore.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';
import type { ScanStore } from '../../store/scanStore.ts';

export interface ChecklistViews {
  readonly of: (started: StartedChecklist, device: DeviceRecord) => ChecklistView;
  /**
   * Keeps the ticks of the device's finished checklists as marks, so that a new technician flow, which makes the facts
   * of the last one void, leaves the finished sheet as it was.
   */
  readonly keepFinished: (device: DeviceRecord) => void;
  /** The items of a template as they would stand for a device on which it was not started. */
  readonly draft: (template: ChecklistTemplate, device: DeviceRecord) => readonly ChecklistItem[];
}

const microsoftUser = z.object({ userPrincipalName: z.string().min(1) });

/** A checklist as it stands now: what people marked, and what the device's facts tick. */
export function createChecklistViews(
  checklists: ChecklistStore,
  devices: DeviceStore,
  scans: ScanStore,
): ChecklistViews {
  function userAtMicrosoft(deviceId: string): { userPrincipalName: string; readAt: string } | null {
    const microsoft = devices.microsoftOf(deviceId);
    const found = microsoftUser.safeParse(microsoft?.properties);
    return microsoft === null || !found.success ? null : { ...found.data, readAt: microsoft.readAt };
  }

  function items(template: ChecklistTemplate, marks: readonly Mark[], device: DeviceRecord): readonly ChecklistItem[] {
    const evidence = evidenceOf(device, {
      qrScannedAt: scans.lastAutopilotScan(device.id),
      microsoftUser: userAtMicrosoft(device.id),
    });
    return itemsOf(template, [...marks, ...checklists.marksOfTenant(device.tenantId, template.id)], evidence);
  }

  function of(started: StartedChecklist, device: DeviceRecord): ChecklistView {
    const template = checklists.templateOf(started);
    const current = items(template, checklists.marksOf(started.id), device);
    return {
      ...started,
      ...progressOf(current),
      serialNumber: device.serialNumber,
      model: device.model,
      title: template.title,
      items: [...current],
    };
  }

  return {
    of,
    keepFinished(device) {
      const finished = checklists
        .matching({ tenantId: undefined, batchId: undefined, deviceId: device.id })
        .map((started) => of(started, device))
        .filter(({ completedAt }) => completedAt !== null);
      for (const { id, items: current } of finished) {
        for (const { id: itemId, scope, state, note, by, at } of current) {
          if (scope === 'tenant' || state === 'open' || by === null || at === null) continue;
          checklists.mark(id, { itemId, state, note, by, at });
        }
      }
    },
    draft: (template, device) => items(template, [], device),
  };
}
