import { z } from 'zod';
import { labelSubject } from '../../labels/labelLook.ts';
import { document, nothing, withCodes } from '../document.ts';
import { labelDocument, labelFileAsked, labelled, printed } from '../labelDocument.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const ofDevices = labelled.extend({
  deviceIds: z.array(z.uuid()).min(1).max(2_000),
  subject: labelSubject.default('device'),
});

export const labelProcedures = {
  /** Labels with the serial number, a QR code and Code 128; of devices, or of the boxes that they came in. */
  'labels.document': query(ofDevices.extend(labelFileAsked.shape), labelDocument),
  /** The same, sent to the printer of the settings: to no other address. */
  'labels.print': command(ofDevices, printed),
  /** A label that shows whether the printer of the settings prints. */
  'labels.printTest': command(nothing, printed),
  /** A technician’s badge: scanned, it says whose work this bench records. */
  'labels.badge': query(
    z.object({ initials: z.string().trim().min(1).max(8), format: z.enum(['pdf', 'svg', 'png']), withCodes }),
    document,
  ),
};

export type LabelHandlers = HandlersOf<typeof labelProcedures>;
