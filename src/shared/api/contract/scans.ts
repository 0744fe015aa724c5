import { z } from 'zod';
import { deviceChoice } from '../../devices/deviceChoice.ts';
import { scan } from '../../scans/scan.ts';
import { scanReading } from '../../scans/scanReading.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const scanProcedures = {
  /** What a scanned code is, which device of the queue it belongs to, and what it did (a result QR ends the bench run). */
  'scans.read': command(
    z.object({
      text: z.string().min(1),
      /** Keys that came a little before, and may be the beginning of the code or a person's own. */
      before: z.string().default(''),
      apply: z.boolean().default(true),
      /** Which device it is, where several may be meant. */
      deviceId: z.uuid().optional(),
      /** The device that was scanned just before: the label of a shelf puts it there. */
      after: z.uuid().optional(),
    }),
    scanReading,
  ),
  /**
   * Takes the registered device of a code into the queue, where `scans.read` offered that (`takeIn`), and then reads the code
   * as a scan of it.
   */
  'scans.takeIn': command(
    z.object({ text: z.string().min(1), before: z.string().default(''), tenantId: z.uuid(), ztdId: z.string().min(1) }),
    scanReading,
  ),
  /** What a code is and which devices of the queue it may belong to; nothing is kept or changed. */
  'scans.find': query(
    z.object({ text: z.string(), tenantId: z.uuid().optional() }),
    z.object({
      scan,
      choices: z.array(deviceChoice),
      /** Whether there is one device, and the code names it: nothing has to be asked. */
      isCertain: z.boolean(),
    }),
  ),
  'scans.classify': query(z.object({ text: z.string() }), scan),
};

export type ScanHandlers = HandlersOf<typeof scanProcedures>;
