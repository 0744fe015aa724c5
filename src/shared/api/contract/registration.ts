import { z } from 'zod';
import { reportedError } from '../../devices/device.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { profileStatus, registrationStatus } from '../../devices/status.ts';
import { registrationPoint } from '../../registration/registrationPoint.ts';
import { queued } from '../../jobs/queued.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const registrationProcedures = {
  'registration.register': command(deviceIds, queued),
  /** How far registrations have come: `reseal register --wait --json` prints the last answer, when none is waiting any more. */
  'registration.progress': query(
    deviceIds,
    z.object({
      devices: z.array(
        z.object({
          deviceId: z.uuid(),
          serialNumber: z.string(),
          /** assigned: the goal · stuck: nothing more happens by itself, and `message` says why · waiting: it goes on */
          state: z.enum(['assigned', 'stuck', 'waiting']),
          registration: registrationStatus,
          registrationError: reportedError.nullable(),
          profile: profileStatus,
          profileDetail: z.string().nullable(),
          attempts: z.number().int(),
          point: registrationPoint,
          message: z.string(),
        }),
      ),
      counts: z.object({ assigned: z.number().int(), stuck: z.number().int(), waiting: z.number().int() }),
    }),
  ),
  'registration.unblock': command(deviceIds, queued),
};

export type RegistrationHandlers = HandlersOf<typeof registrationProcedures>;
