import { z } from 'zod';
import type {
  ChecklistItem,
  ChecklistTemplate,
  ChecklistView,
  TenantChecklist,
} from '../../../shared/checklists/checklist.ts';
import { evidenceOf } from '../../../shared/checklists/evidence.ts';
import { itemsOf, type ItemMark } from '../../../shared/checklists/items.ts';
import { changeOf } from '../../../shared/checklists/ownChecklist.ts';
import type { ChecklistOptions, ChosenOptions } from '../../../shared/checklists/listCase.ts';
import { checklistProgressOf, progressOf } from '../../../shared/checklists/progress.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { StartedChecklist } from '../../store/checklistStore.ts';
import type { ChecklistTemplates } from './checklistTemplates.ts';
import type { ServiceStores } from '../serviceStores.ts';

export interface ChecklistViews {
  readonly of: (started: StartedChecklist, device: DeviceRecord) => ChecklistView;
  /** The items of a template as they would stand for a device on which it was not started. */
  readonly draft: (
    template: ChecklistTemplate,
    device: DeviceRecord,
    chosen: ChosenOptions,
  ) => readonly ChecklistItem[];
  /** What is done once for a tenant; null where the template has nothing of that. */
  readonly ofTenant: (template: ChecklistTemplate, tenantId: string) => TenantChecklist | null;
}

/** Windows 11 is Windows 10 with this build or a later one. */
const FIRST_BUILD_OF_11 = 22_000;

const microsoftUser = z.object({ userPrincipalName: z.string().min(1) });

/** A checklist as it stands now: what people marked, and what the device's facts tick. */
export function createChecklistViews({
  captures,
  checklists,
  devices,
  scans,
  checklistTemplates,
}: Pick<ServiceStores, 'captures' | 'checklists' | 'devices' | 'scans'> & {
  readonly checklistTemplates: ChecklistTemplates;
}): ChecklistViews {
  /** What the device tells of itself, where nobody said it. */
  function optionsOf(device: DeviceRecord, chosen: ChosenOptions): ChecklistOptions {
    return {
      windows: chosen.windows ?? windowsOf(captures.latestBuild(device.id)),
      network: chosen.network ?? null,
      user: device.assignedUser === null ? 'without' : 'with',
      maker: device.manufacturer,
    };
  }

  function userAtMicrosoft(deviceId: string): { userPrincipalName: string; readAt: string } | null {
    const microsoft = devices.microsoftOf(deviceId);
    const found = microsoftUser.safeParse(microsoft?.properties);
    return microsoft === null || !found.success ? null : { ...found.data, readAt: microsoft.readAt };
  }

  function items(
    template: ChecklistTemplate,
    marks: readonly ItemMark[],
    device: DeviceRecord,
    options: ChecklistOptions,
  ): readonly ChecklistItem[] {
    const evidence = evidenceOf(device, {
      qrScannedAt: scans.lastAutopilotScan(device.id),
      microsoftUser: userAtMicrosoft(device.id),
    });
    return itemsOf(template, withTenant(template, marks, device), evidence, options);
  }

  const withTenant = (template: ChecklistTemplate, marks: readonly ItemMark[], { tenantId }: DeviceRecord) => [
    ...marks,
    ...checklists.marksOfTenant(tenantId, template),
  ];

  function of(started: StartedChecklist, device: DeviceRecord): ChecklistView {
    const template = checklists.templateOf(started);
    const marks = checklists.marksOf(started.id);
    const options = optionsOf(device, started.options);
    const current =
      started.endedAt === null
        ? items(template, marks, device, options)
        : // The device's facts are those of another technician flow by now.
          itemsOf(template, withTenant(template, marks, device), new Map(), options);
    return {
      ...started,
      ...checklistProgressOf(current),
      ...(started.endedAt === null ? {} : { nextItemId: null }),
      serialNumber: deviceTitle(device),
      model: device.model,
      title: template.title,
      options,
      newer: started.endedAt === null ? newerOf(template) : null,
      items: [...current],
    };
  }

  function newerOf(template: ChecklistTemplate): ChecklistView['newer'] {
    const newest = checklistTemplates.find(template.id);
    return newest === undefined || newest.version <= template.version ? null : changeOf(template, newest);
  }

  function ofTenant(template: ChecklistTemplate, tenantId: string): TenantChecklist | null {
    const { id: templateId, title, kind, blocks } = template;
    const marks = checklists.marksOfTenant(tenantId, template);
    const own = itemsOf(template, marks, new Map(), UNKNOWN).filter(({ scope }) => scope === 'tenant');
    if (own.length === 0) return null;
    const { done, required, nextItemId } = progressOf(own);
    const isWhole = blocks.every(({ scope }) => scope === 'tenant');
    return { templateId, title, kind, isWhole, items: own, done, required, nextItemId };
  }

  return {
    of,
    draft: (template, device, chosen) => items(template, [], device, optionsOf(device, chosen)),
    ofTenant,
  };
}

const UNKNOWN: ChecklistOptions = { windows: null, network: null, user: null, maker: null };

/** @param osBuild such as `10.0.22631.1`, or null where no hash told it */
function windowsOf(osBuild: string | null): ChecklistOptions['windows'] {
  const build = Number(osBuild?.split('.')[2]);
  if (!Number.isInteger(build) || build === 0) return null;
  return build >= FIRST_BUILD_OF_11 ? '11' : '10';
}
