import { z } from 'zod';
import { instant } from '../../devices/device.ts';
import { deploymentEvent } from '../../tracking/deploymentEvent.ts';
import { syncAnswer } from '../../tracking/syncWords.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const trackingProcedures = {
  /**
   * Reads the tenant's whole list, then every registered device of the queue in full; at the depth of the list only those whose
   * row leaves something open. `deviceIds` reads only those.
   */
  'tracking.refresh': command(
    z.object({
      tenantId: z.uuid(),
      deviceIds: z.array(z.uuid()).optional(),
      depth: z.enum(['list', 'full']).default('full'),
    }),
    z.object({
      read: z.number().int(),
      changed: z.number().int(),
      /** Devices that Microsoft did not tell about this time. */
      failed: z.number().int(),
      /** False where Microsoft's list ended early. */
      isWhole: z.boolean(),
    }),
  ),
  /** Asks Intune to synchronise, or says when it may be asked again. */
  'tracking.sync': command(
    z.object({ tenantId: z.uuid() }),
    z.object({
      state: syncAnswer,
      /** The job that asks Intune to synchronise; null where Intune may not be asked yet. */
      jobId: z.uuid().nullable(),
      allowedAt: instant,
      sentence: z.string(),
    }),
  ),
  /** What the deployment report has said about a device so far, the newest first. */
  'tracking.events': query(
    z.object({ deviceId: z.uuid() }),
    z.object({ events: z.array(deploymentEvent), readAt: instant }),
  ),
  /** Reads Intune's deployment report of the last 30 days, and keeps what is about devices of the queue. */
  'tracking.readEvents': command(
    z.object({ tenantId: z.uuid() }),
    z.object({ read: z.number().int(), kept: z.number().int() }),
  ),
};

export type TrackingHandlers = HandlersOf<typeof trackingProcedures>;
