import { z } from 'zod';
import { deviceView } from '../../devices/deviceView.ts';
import { scan } from '../../scans/scan.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const scanProcedures = {
  /** What a scanned code is, which device of the queue it belongs to, and what it did (a result QR ends the bench run). */
  'scans.read': command(
    z.object({ text: z.string().min(1), apply: z.boolean().default(true) }),
    z.object({
      scan,
      device: deviceView.nullable(),
      /** Set where the code belongs to a device of another tenant: a hard stop. */
      otherTenant: z.string().nullable(),
      /** `otherZtdId`: not the registration in the queue · `notInTenant`: the active tenant does not know the ZTDID, a hard stop. */
      verdict: z.enum(['found', 'recorded', 'notInQueue', 'otherZtdId', 'notInTenant', 'otherTenant', 'unreadable']),
      sentence: z.string(),
    }),
  ),
  'scans.classify': query(z.object({ text: z.string() }), scan),
};

export type ScanHandlers = HandlersOf<typeof scanProcedures>;
