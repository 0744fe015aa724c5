import { z } from 'zod';
import { erasurePlan, erasureReceipt } from '../../erasure/erasure.ts';
import { document } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** Whole: a part of one would be found in those of other people. */
const address = z
  .string()
  .trim()
  .max(320, { abort: true })
  .regex(/^[^\s@]+@[^\s@]+$/);
const erased = z.object({ receipt: erasureReceipt, document });

export const erasureProcedures = {
  /** What an erasure of a person would reach. Changes nothing. */
  'erasure.planPerson': query(z.object({ address }), erasurePlan),
  /** Erases a person for good, confirmed by the address once more; answers with the receipt, also as paper. */
  'erasure.person': command(z.object({ address, confirmedAddress: z.string().trim() }), erased),
  /** What an erasure of a device would reach. Changes nothing. */
  'erasure.planDevice': query(z.object({ deviceId: z.uuid() }), erasurePlan),
  /** Erases a device with all that is kept of it, confirmed by its serial number; the reason stays on its stone. */
  'erasure.device': command(
    z.object({
      deviceId: z.uuid(),
      confirmedSerialNumber: z.string().trim(),
      reason: z.string().trim().min(1).max(500),
    }),
    erased,
  ),
};

export type ErasureHandlers = HandlersOf<typeof erasureProcedures>;
