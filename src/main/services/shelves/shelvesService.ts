import type { ShelfHandlers } from '../../../shared/api/contract/shelves.ts';
import { shelfCodeOf } from '../../../shared/shelves/shelfCode.ts';
import { fileNameOf } from '../../paper/paperFile.ts';
import type { LabelContent } from '../labels/labelContent.ts';
import { labelDocumentOf } from '../labels/labelDocumentOf.ts';
import { printLabels } from '../labels/printLabels.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { putOnShelf } from './putOnShelf.ts';

/** The places of a lab at which devices stand: what stands where, and labels to scan. */
export function createShelvesService(context: ServiceContext): ShelfHandlers {
  const { deviceViews, devices, settings } = context;
  const contentOf = (name: string): LabelContent => {
    const { labName } = readSettings(settings);
    const lines = labName === '' ? [] : [{ field: 'lab', text: labName, shown: labName }];
    return { name, code: shelfCodeOf(name), lines };
  };
  return {
    'shelves.list': () => ({
      shelves: readSettings(settings).shelves.map((name) => {
        const device = devices.onShelf(name);
        return { name, device: device === null ? null : deviceViews.get(device.id) };
      }),
    }),
    'shelves.put': ({ deviceId, shelf }) => putOnShelf(context, deviceId, shelf),
    'shelves.labels': (asked) => {
      const [first = '', ...others] = asked.shelves;
      const name = others.length === 0 ? `shelf-${fileNameOf(first)}` : 'shelves';
      return labelDocumentOf(context, asked.shelves.map(contentOf), name, asked);
    },
    'shelves.printLabels': ({ shelves, withCodes, ...look }) =>
      printLabels(context, shelves.map(contentOf), {
        look,
        withCodes,
        action: 'shelves.printLabels',
        what: ['shelf label', 'shelf labels'],
        devices: [],
      }),
  };
}
