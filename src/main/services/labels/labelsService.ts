import { AppError } from '../../../shared/outcome/appError.ts';
import type { LabelHandlers } from '../../../shared/api/contract/labels.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { readSettings } from '../settings/settingsService.ts';
import { labelContentOf } from './labelContent.ts';

/** Labels as files, made here and alike for every door. */
export function createLabelsService({ deviceViews, ports, settings, tenants }: ServiceContext): LabelHandlers {
  return {
    'labels.document': async ({ deviceIds, format, withCodes }) => {
      const contents = deviceIds.map((id) => {
        const device = deviceViews.get(id);
        return labelContentOf(device, tenantNameOf(tenants, device.tenantId));
      });
      const [first, ...others] = contents;
      if (first === undefined) throw new AppError('invalid-input', 'No device is chosen for a label.');
      if (others.length > 0 && format !== 'pdf') {
        throw new AppError('unsupported', `A file of this kind (${format.toUpperCase()}) holds one label.`, {
          remedy: 'Choose PDF for several labels: it holds one on each page.',
        });
      }
      // The libraries for PDF and codes take a third of a second to load, and most runs of Reseal print nothing.
      const { labelFile } = await import('./labelFile.ts');
      const { labelWidthMm, labelHeightMm } = readSettings(settings);
      const name = others.length === 0 ? `${fileNameOf(first.name)}-label` : `labels-${contents.length}`;
      const file = await labelFile(first, others, {
        format,
        widthMm: labelWidthMm,
        heightMm: labelHeightMm,
        createdAt: ports.clock.now(),
        withCodes,
      });
      return paperFile(name, format, file);
    },
  };
}
