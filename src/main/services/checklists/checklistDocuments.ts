import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { Document, PaperSize } from '../../../shared/api/document.ts';
import type { Formatter } from '../../../shared/format/formatter.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { pageSizeOf } from '../../paper/pageSize.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { readSettings } from '../settings/settingsService.ts';
import type { ChecklistSheet } from './paper/checklistSheet.ts';
import type { ChecklistFormat } from './paper/checklistFile.ts';
import { sheetOf } from './paper/sheetOf.ts';

type SheetSource = Pick<Parameters<typeof sheetOf>[0], 'template' | 'items'> & {
  readonly paper: PaperSize | undefined;
};
type OfWhom = Pick<Parameters<typeof sheetOf>[0], 'device' | 'tenantName'>;

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
}: ServiceContext): Pick<
  ChecklistHandlers,
  'checklists.document' | 'checklists.documents' | 'checklists.draft' | 'checklists.tenantDocument'
> {
  const sheetFor = (device: DeviceView, source: SheetSource, ownFormatter: Formatter): ChecklistSheet =>
    anySheet({ ...source, device, tenantName: tenantNameOf(tenants, device.tenantId) }, ownFormatter);

  const anySheet = (source: SheetSource & OfWhom, ownFormatter: Formatter): ChecklistSheet =>
    sheetOf({
      ...source,
      settings: readSettings(settings),
      printedAt: ports.clock.now(),
      auditHead: audit.printedHead(),
      page: pageSizeOf(source.paper, readSettings(settings).paper, ports.locale),
      formatter: ownFormatter,
    });

  const checklistDocument = (
    device: DeviceView,
    source: SheetSource,
    format: ChecklistFormat,
    withCodes: boolean,
  ): Promise<Document> => documentOf((ownFormatter) => sheetFor(device, source, ownFormatter), format, withCodes);

  async function documentOf(
    makeSheet: (ownFormatter: Formatter) => ChecklistSheet,
    format: ChecklistFormat,
    withCodes: boolean,
  ): Promise<Document> {
    // Programs read JSON.
    const ownFormatter = format === 'json' ? neutralFormatter : formatter;
    const sheet = makeSheet(ownFormatter);
    // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
    const { checklistFile } = await import('./paper/checklistFile.ts');
    const content = await checklistFile(sheet, format, ownFormatter, withCodes);
    return paperFile(`${fileNameOf(sheet.name)}-checklist`, format, content);
  }

  return {
    'checklists.document': async ({ id, format, paper, withCodes }) => {
      const started = checklists.get(id);
      if (started === null) throw new AppError('not-found', 'This checklist does not exist.');
      const device = deviceViews.get(started.deviceId);
      const { items } = checklistViews.of(started, device);
      return await checklistDocument(
        device,
        { template: checklists.templateOf(started), items, paper },
        format,
        withCodes,
      );
    },
    'checklists.documents': async ({ deviceIds, templateId, paper, withCodes }) => {
      const template = templates.named(templateId);
      const sheets = deviceIds.map((id) => {
        const device = deviceViews.get(id);
        const started = checklists.latest(id, templateId);
        const source =
          started === null || started.endedAt !== null
            ? { template, items: checklistViews.draft(template, device, {}), paper }
            : { template: checklists.templateOf(started), items: checklistViews.of(started, device).items, paper };
        return sheetFor(device, source, formatter);
      });
      const { checklistsFile } = await import('./paper/checklistFile.ts');
      return paperFile('checklists', 'pdf', await checklistsFile(sheets, formatter, withCodes));
    },
    'checklists.tenantDocument': async ({ tenantId, templateId, format, paper, withCodes }) => {
      const template = templates.named(templateId);
      const items = checklistViews.ofTenant(template, tenantId)?.items ?? [];
      const source = { template, items, paper, device: null, tenantName: tenantNameOf(tenants, tenantId) };
      return await documentOf((ownFormatter) => anySheet(source, ownFormatter), format, withCodes);
    },
    'checklists.draft': async ({ deviceId, templateId, format, paper, withCodes }) => {
      const device = deviceViews.get(deviceId);
      const template = templates.named(templateId);
      return await checklistDocument(
        device,
        { template, items: checklistViews.draft(template, device, {}), paper },
        format,
        withCodes,
      );
    },
  };
}
