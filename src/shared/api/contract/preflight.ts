import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { judgedFinding, scenarioVerdict } from '../../preflight/preflightFinding.ts';
import { query, type HandlersOf } from '../procedure.ts';

/** What a hash says for and against each way to deploy its device. */
const deviceCheck = z.object({
  serialNumber: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  /** When the hash was captured, by the clock of the device. */
  capturedAt: z.string().nullable(),
  verdicts: z.array(scenarioVerdict),
  findings: z.array(judgedFinding),
});
export type DeviceCheck = z.infer<typeof deviceCheck>;

export const preflightProcedures = {
  /** Judges devices of the queue by their newest captures; Microsoft is not asked. */
  'preflight.devices': query(deviceIds, z.object({ devices: z.array(deviceCheck.extend({ deviceId: z.uuid() })) })),
  /** Judges a device that is not in the queue, by the first hash of a file. */
  'preflight.hash': query(z.object({ text: z.string().max(20_000_000) }), deviceCheck),
};

export type PreflightHandlers = HandlersOf<typeof preflightProcedures>;
