import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { identifierChange } from '../../identifiers/identifierWords.ts';
import { queued } from '../../jobs/queued.ts';
import { command, type HandlersOf } from '../procedure.ts';

const uploadQueued = queued.extend({
  /** Values that are sent otherwise than the queue has them: as a code, and in words. */
  changed: z.array(z.object({ serialNumber: z.string(), change: identifierChange, sentence: z.string() })),
});

export const identifierProcedures = {
  /** Uploads corporate identifiers (manufacturer, model, serial number) for Autopilot device preparation. */
  'identifiers.upload': command(deviceIds, uploadQueued),
  /** Associates devices by the DeviceLinks that files brought for them; only where `deviceLinkBeta` is on. */
  'identifiers.associateDevices': command(deviceIds, queued),
  /** Associates a device with the tenant by its scanned DeviceLink; only where the setting `deviceLinkBeta` is on. */
  'identifiers.associate': command(
    z.object({ tenantId: z.uuid(), deviceLink: z.string().trim().min(1).max(20_000) }),
    queued,
  ),
};

export type IdentifierHandlers = HandlersOf<typeof identifierProcedures>;
