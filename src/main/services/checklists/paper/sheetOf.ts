import { refusedWishWords } from '../../../../shared/assignment/refusedWishWords.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { ChecklistItem, ChecklistTemplate } from '../../../../shared/checklists/checklist.ts';
import { checklistProgressOf, progressOf } from '../../../../shared/checklists/progress.ts';
import { deviceCode, deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { ChecklistSheet } from './checklistSheet.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

interface SheetSource {
  readonly template: ChecklistTemplate;
  readonly items: readonly ChecklistItem[];
  /** Null where the sheet is about what is done once for the tenant. */
  readonly device: DeviceView | null;
  readonly tenantName: string;
  readonly settings: Settings;
  readonly printedAt: Date;
  readonly auditHead: string;
  readonly page: PageSize;
  readonly formatter: Formatter;
}

/** Puts together what a checklist says on paper. What is done once for the tenant comes after what is done at the device. */
export function sheetOf({
  template,
  items,
  device,
  tenantName,
  settings,
  printedAt,
  auditHead,
  page,
  formatter,
}: SheetSource): ChecklistSheet {
  const { done, required } = device === null ? progressOf(items) : checklistProgressOf(items);
  const blocks = [...template.blocks].sort((a, b) => Number(a.scope === 'tenant') - Number(b.scope === 'tenant'));
  return {
    title: template.title,
    templateId: template.id,
    templateVersion: template.version,
    source: template.source,
    serialNumber: device?.serialNumber ?? null,
    name: device === null ? tenantName : deviceTitle(device),
    code: device === null ? null : deviceCode(device),
    facts: device === null ? [] : factsOf(device, tenantName, formatter),
    blocks: blocks
      .filter(({ scope }) => device !== null || scope === 'tenant')
      .map(({ id, title, scope }) => ({
        title,
        remark: device !== null && scope === 'tenant' ? `Once for all devices of ${tenantName}.` : null,
        items: items.filter(({ blockId }) => blockId === id),
      })),
    done,
    required,
    place: [settings.labName, settings.benchName].filter((part) => part !== '').join(', '),
    printedAt,
    printedBy: settings.technicianInitials,
    auditHead,
    page,
  };
}

function factsOf(device: DeviceView, tenantName: string, formatter: Formatter): ChecklistSheet['facts'] {
  const { due } = device;
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    ['Manufacturer', device.manufacturer],
    ['Model', device.model],
    ['Organisation', tenantName],
    ['Profile', device.expectation?.name ?? device.profileName],
    ['Group tag', device.groupTag],
    ['User', device.assignedUserName ?? device.assignedUser],
    ['Device name', device.deviceName],
    ['Not taken by Microsoft', device.refusedWishes.map(refusedWishWords).join(', ')],
    ['Order number', device.orderNumber],
    ['Batch', device.batchName],
    ['User flow not before', due.notBefore === null ? null : formatter.instant(due.notBefore)],
    ['User flow not after', due.notAfter === null ? null : formatter.instant(due.notAfter)],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
}
