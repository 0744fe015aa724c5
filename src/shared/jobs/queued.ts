import { z } from 'zod';
import { refusal, refusalWords, type Refusal } from './refusal.ts';

/** A device for which a change is not queued, and why: as a code, and in words. */
export const refusedDevice = z.object({ serialNumber: z.string(), refusal, reason: z.string() });
export type RefusedDevice = z.infer<typeof refusedDevice>;

/** The answer to a request for changes: how many are queued, and for which devices none is queued, and why. */
export const queued = z.object({ queued: z.number().int(), refused: z.array(refusedDevice) });

/** A refusal of one device. @param serialNumber what the device is called by */
export const refusedFor = (serialNumber: string, refusal: Refusal): RefusedDevice => ({
  serialNumber,
  refusal,
  reason: refusalWords(refusal),
});
