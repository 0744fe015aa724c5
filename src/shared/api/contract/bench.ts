import { z } from 'zod';
import { benchStep } from '../../bench/benchStep.ts';
import { benchWarning } from '../../bench/benchWarning.ts';
import { deviceView } from '../../devices/deviceView.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const benchProcedures = {
  /** How many devices need a person's look: what the bench lists under that name, of one tenant or of all. */
  'bench.needsLook': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      devices: z.number().int(),
      /** Among them: those that succeeded longer ago than the setting allows, and are not resealed. */
      notResealed: z.number().int(),
    }),
  ),
  /** Records a technician's act at the bench. A start that the go gate forbids needs `overrideReason`. */
  'bench.record': command(
    z.object({
      deviceId: z.uuid(),
      step: benchStep,
      note: z.string().max(2_000).optional(),
      /** The elapsed time that the result screen showed. */
      elapsedMs: z.number().int().positive().max(86_400_000).optional(),
      errorCode: z.string().max(100).optional(),
      overrideReason: z.string().trim().min(3).max(500).optional(),
      /** Starts a new run on a device whose last run succeeded: it was reset. */
      again: z.boolean().default(false),
      /** Starts although that costs something on a device that is shipped, enrolled or in use; see `startLossesOf`. */
      acceptsLoss: z.boolean().default(false),
      /** The result was seen, as its QR code proves: it is kept as a run of its own where no flow was recorded as started. */
      startUnknown: z.boolean().default(false),
    }),
    /** `warnings`: what to know about the 90 minutes and the six months; the act is recorded all the same. */
    deviceView.extend({ warnings: z.array(benchWarning) }),
  ),
  /** Takes back the last recorded act of the bench, while nothing has followed it. */
  'bench.undo': command(z.object({ deviceId: z.uuid() }), deviceView),
};

export type BenchHandlers = HandlersOf<typeof benchProcedures>;
