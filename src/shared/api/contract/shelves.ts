import { z } from 'zod';
import { deviceView } from '../../devices/deviceView.ts';
import { shelfName } from '../../shelves/shelfName.ts';
import { nothing } from '../document.ts';
import { labelDocument, labelFileAsked, labelled, printed } from '../labelDocument.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** What became of a device and its place. */
const placed = z.object({
  device: deviceView,
  /** Where it stood before. */
  from: z.string().nullable(),
  /** The device that stood on the shelf, and stands nowhere now. */
  other: z.object({ id: z.uuid(), title: z.string() }).nullable(),
});

const ofShelves = labelled.extend({ shelves: z.array(shelfName).min(1).max(500) });

export const shelfProcedures = {
  /** The shelves and ports that the lab has named, and what stands on each. */
  'shelves.list': query(
    nothing,
    z.object({ shelves: z.array(z.object({ name: z.string(), device: deviceView.nullable() })) }),
  ),
  /** Puts a device on one of them, whatever stands there; or on none. */
  'shelves.put': command(z.object({ deviceId: z.uuid(), shelf: shelfName.nullable() }), placed),
  /** Labels of shelves: what is scanned after a device to put it there. */
  'shelves.labels': query(ofShelves.extend(labelFileAsked.shape), labelDocument),
  /** The same, sent to the label printer of the settings. */
  'shelves.printLabels': command(ofShelves, printed),
};

export type ShelfHandlers = HandlersOf<typeof shelfProcedures>;
