import { AppError } from '../../../shared/outcome/appError.ts';
import type { LabelHandlers } from '../../../shared/api/contract/labels.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { LabelOptions } from './labelFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { readSettings } from '../settings/settingsService.ts';
import { badgeContentOf, labelContentOf, type LabelContent } from './labelContent.ts';

/** Labels as files, made here and alike for every door. */
export function createLabelsService({ deviceViews, ports, settings, tenants }: ServiceContext): LabelHandlers {
  /** In the size that the settings say. */
  async function draw(
    first: LabelContent,
    others: readonly LabelContent[],
    how: Pick<LabelOptions, 'format' | 'withCodes'>,
  ): Promise<Buffer | string> {
    // The libraries for PDF and codes take a third of a second to load, and most runs of Reseal print nothing.
    const { labelFile } = await import('./labelFile.ts');
    const { labelWidthMm: widthMm, labelHeightMm: heightMm } = readSettings(settings);
    return labelFile(first, others, { ...how, widthMm, heightMm, createdAt: ports.clock.now() });
  }

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
      const name = others.length === 0 ? `${fileNameOf(first.name)}-label` : `labels-${contents.length}`;
      return paperFile(name, format, await draw(first, others, { format, withCodes }));
    },
    'labels.badge': async ({ initials, format, withCodes }) => {
      const badge = badgeContentOf(initials, readSettings(settings).labName);
      return paperFile(`${fileNameOf(initials)}-badge`, format, await draw(badge, [], { format, withCodes }));
    },
  };
}
