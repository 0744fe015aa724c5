import type { ShelfHandlers } from '../../../shared/api/contract/shelves.ts';
import { shelfCodeOf } from '../../../shared/shelves/shelfCode.ts';
import { paperFile, fileNameOf } from '../../paper/paperFile.ts';
import type { LabelContent } from '../labels/labelContent.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { putOnShelf } from './putOnShelf.ts';

/** The places of a lab at which devices stand: what stands where, and labels to scan. */
export function createShelvesService(context: ServiceContext): ShelfHandlers {
  const { deviceViews, devices, ports, settings } = context;
  return {
    'shelves.list': () => ({
      shelves: readSettings(settings).shelves.map((name) => {
        const device = devices.onShelf(name);
        return { name, device: device === null ? null : deviceViews.get(device.id) };
      }),
    }),
    'shelves.put': ({ deviceId, shelf }) => putOnShelf(context, deviceId, shelf),
    'shelves.labels': async ({ shelves: [first, ...others], withCodes }) => {
      // The libraries for PDF and codes take a third of a second to load, and most runs of Reseal print nothing.
      const { labelFile } = await import('../labels/labelFile.ts');
      const { labelWidthMm, labelHeightMm, labName } = readSettings(settings);
      const contentOf = (name: string): LabelContent => ({
        name,
        code: shelfCodeOf(name),
        lines: labName === '' ? [] : [{ field: 'lab', text: labName, shown: labName }],
      });
      const file = await labelFile(contentOf(first ?? ''), others.map(contentOf), {
        format: 'pdf',
        widthMm: labelWidthMm,
        heightMm: labelHeightMm,
        createdAt: ports.clock.now(),
        withCodes,
      });
      return paperFile(others.length === 0 ? `shelf-${fileNameOf(first ?? '')}` : 'shelves', 'pdf', file);
    },
  };
}
