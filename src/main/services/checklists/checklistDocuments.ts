import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { Document } from '../../../shared/api/document.ts';
import type { Formatter } from '../../../shared/format/formatter.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { readSettings } from '../settings/settingsService.ts';
import type { ChecklistSheet } from './paper/checklistSheet.ts';
import type { ChecklistFormat } from './paper/checklistFile.ts';
import { sheetOf } from './paper/sheetOf.ts';
import { templateNamed } from './templateNamed.ts';

type SheetSource = Pick<Parameters<typeof sheetOf>[0], 'template' | 'items'>;

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
}: ServiceContext): Pick<ChecklistHandlers, 'checklists.document' | 'checklists.documents' | 'checklists.draft'> {
  const sheetFor = (device: DeviceView, source: SheetSource, ownFormatter: Formatter): ChecklistSheet =>
    sheetOf({
      ...source,
      device,
      tenantName: tenantNameOf(tenants, device.tenantId),
      settings: readSettings(settings),
      printedAt: ports.clock.now(),
      auditHead: audit.printedHead(),
      formatter: ownFormatter,
    });

  async function checklistDocument(
    device: DeviceView,
    source: SheetSource,
    format: ChecklistFormat,
    withCodes: boolean,
  ): Promise<Document> {
    // Programs read JSON.
    const ownFormatter = format === 'json' ? neutralFormatter : formatter;
    const sheet = sheetFor(device, source, ownFormatter);
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
    'checklists.documents': async ({ deviceIds, templateId, withCodes }) => {
      const template = templateNamed(templates, templateId);
      const sheets = deviceIds.map((id) => {
        const device = deviceViews.get(id);
        const started = checklists.latest(id, templateId);
        const source =
          started === null || started.endedAt !== null
            ? { template, items: checklistViews.draft(template, device) }
            : { template: checklists.templateOf(started), items: checklistViews.of(started, device).items };
        return sheetFor(device, source, formatter);
      });
      const { checklistsFile } = await import('./paper/checklistFile.ts');
      return paperFile('checklists', 'pdf', await checklistsFile(sheets, formatter, withCodes));
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
