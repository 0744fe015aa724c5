import { AppError } from '../../../shared/api/appError.ts';
import type { Document } from '../../../shared/api/document.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { deviceCode, deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ChecklistStore } from '../../store/checklistStore.ts';
import type { ChecklistViews } from '../checklists/checklistViews.ts';
import { templateNamed } from '../checklists/checklistsService.ts';
import type { DeviceViews } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import type { ChecklistSheet } from '../checklists/paper/checklistSheet.ts';
import { sheetOf } from '../checklists/paper/sheetOf.ts';
import type { ChecklistFormat, LabelFormat } from '../../paper/documentFiles.ts';
import type { LabelContent } from './labelLayout.ts';

interface DocumentParts {
  readonly templates: readonly ChecklistTemplate[];
  readonly checklists: ChecklistStore;
  readonly checklistViews: ChecklistViews;
  readonly deviceViews: DeviceViews;
  readonly tenantName: (tenantId: string) => string;
}

const mediaTypes: Readonly<Record<ChecklistFormat | LabelFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Checklists and labels as files, made here and alike for every door. */
export function createDocumentsService(
  { ports, settings }: ServiceContext,
  { templates, checklists, checklistViews, deviceViews, tenantName }: DocumentParts,
): HandlersOf<'checklists.document' | 'checklists.draft' | 'labels.document'> {
  function sheet(
    device: DeviceView,
    source: Pick<Parameters<typeof sheetOf>[0], 'template' | 'items'>,
  ): ChecklistSheet {
    return sheetOf({
      ...source,
      device,
      tenantName: tenantName(device.tenantId),
      settings: readSettings(settings),
      printedAt: ports.clock.now(),
    });
  }

  function labelContent(device: DeviceView): LabelContent {
    const { model, groupTag, tenantId } = device;
    return {
      name: deviceTitle(device),
      code: deviceCode(device),
      model,
      groupTag,
      tenantName: tenantName(tenantId),
    };
  }

  return {
    'checklists.document': async ({ id, format }) => {
      const started = checklists.get(id);
      if (started === null) throw new AppError('not-found', 'This checklist does not exist.');
      const device = deviceViews.get(started.deviceId);
      const { items } = checklistViews.of(started, device);
      return await checklistDocument(sheet(device, { template: checklists.templateOf(started), items }), format);
    },
    'checklists.draft': async ({ deviceId, templateId, format }) => {
      const device = deviceViews.get(deviceId);
      const template = templateNamed(templates, templateId);
      return await checklistDocument(
        sheet(device, { template, items: checklistViews.draft(template, device) }),
        format,
      );
    },
    'labels.document': async ({ deviceIds, format }) => {
      const contents = deviceIds.map((id) => labelContent(deviceViews.get(id)));
      const [first, ...others] = contents;
      if (first === undefined) throw new AppError('invalid-input', 'No device is chosen for a label.');
      if (others.length > 0 && format !== 'pdf') {
        throw new AppError('unsupported', `A file of this kind (${format.toUpperCase()}) holds one label.`, {
          remedy: 'Choose PDF for several labels: it holds one on each page.',
        });
      }
      const { labelFile } = await makers();
      const { labelWidthMm, labelHeightMm } = readSettings(settings);
      const size = { widthMm: labelWidthMm, heightMm: labelHeightMm };
      const name = others.length === 0 ? `${fileNameOf(first.name)}-label` : `labels-${contents.length}`;
      return documentOf(name, format, await labelFile(first, others, size, format, ports.clock.now()));
    },
  };
}

/** What makes PDF and codes takes a third of a second to load, and most runs of Reseal make no document. */
const makers = () => import('../../paper/documentFiles.ts');

async function checklistDocument(sheet: ChecklistSheet, format: ChecklistFormat): Promise<Document> {
  const { checklistFile } = await makers();
  return documentOf(`${fileNameOf(sheet.name)}-checklist`, format, await checklistFile(sheet, format));
}

function documentOf(name: string, format: ChecklistFormat | LabelFormat, content: Buffer | string): Document {
  return {
    fileName: `${name}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(content).toString('base64'),
  };
}

/** A serial number as part of a file name that every system takes. */
function fileNameOf(serialNumber: string): string {
  return serialNumber.replaceAll(/[^A-Za-z0-9._-]+/g, '_').replace(/^\.+/, '_');
}
