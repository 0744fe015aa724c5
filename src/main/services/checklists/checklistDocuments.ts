import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { Document } from '../../../shared/api/document.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { readSettings } from '../settings/settingsService.ts';
import type { ChecklistFormat } from './paper/checklistFile.ts';
import { sheetOf } from './paper/sheetOf.ts';
import { templateNamed } from './templateNamed.ts';

/** Checklists as files, made here and alike for every door. */
export function createChecklistDocuments({
  audit,
  checklists,
  checklistTemplates: templates,
  checklistViews,
  deviceViews,
  formatter,
  ports,
  settings,
  tenants,
}: ServiceContext): Pick<ChecklistHandlers, 'checklists.document' | 'checklists.draft'> {
  async function checklistDocument(
    device: DeviceView,
    source: Pick<Parameters<typeof sheetOf>[0], 'template' | 'items'>,
    format: ChecklistFormat,
    withCodes: boolean,
  ): Promise<Document> {
    // Programs read JSON.
    const ownFormatter = format === 'json' ? neutralFormatter : formatter;
    const sheet = sheetOf({
      ...source,
      device,
      tenantName: tenantNameOf(tenants, device.tenantId),
      settings: readSettings(settings),
      printedAt: ports.clock.now(),
      auditHead: audit.printedHead(),
      formatter: ownFormatter,
    });
    // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
    const { checklistFile } = await import('./paper/checklistFile.ts');
    const content = await checklistFile(sheet, format, ownFormatter, withCodes);
    return paperFile(`${fileNameOf(sheet.name)}-checklist`, format, content);
  }

  return {
    'checklists.document': async ({ id, format, withCodes }) => {
      const started = checklists.get(id);
      if (started === null) throw new AppError('not-found', 'This checklist does not exist.');
      const device = deviceViews.get(started.deviceId);
      const { items } = checklistViews.of(started, device);
      return await checklistDocument(device, { template: checklists.templateOf(started), items }, format, withCodes);
    },
    'checklists.draft': async ({ deviceId, templateId, format, withCodes }) => {
      const device = deviceViews.get(deviceId);
      const template = templateNamed(templates, templateId);
      return await checklistDocument(
        device,
        { template, items: checklistViews.draft(template, device) },
        format,
        withCodes,
      );
    },
  };
}
