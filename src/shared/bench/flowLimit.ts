import { z } from 'zod';
import type { DeviceEsp } from '../esp/deviceEsp.ts';
import { USUAL_TIMEOUT_MINUTES } from '../esp/espFinding.ts';

/** How long a technician flow may take before somebody should look, and what says so. */
export const flowLimit = z.object({
  minutes: z.number().int().positive(),
  /** The status page that the device gets, what a person set for the tenant, or what is usual where neither tells. */
  source: z.enum(['esp', 'tenant', 'usual']),
});
export type FlowLimit = z.infer<typeof flowLimit>;

/** @param tenantMinutes what a person set for the tenant; null where nobody did */
export function flowLimitOf({ timeoutMinutes }: DeviceEsp, tenantMinutes: number | null): FlowLimit {
  if (timeoutMinutes !== null) return { minutes: timeoutMinutes, source: 'esp' };
  if (tenantMinutes !== null) return { minutes: tenantMinutes, source: 'tenant' };
  return { minutes: USUAL_TIMEOUT_MINUTES, source: 'usual' };
}

/** Where the time comes from, as it stands behind it. */
export const flowLimitWords: Readonly<Record<FlowLimit['source'], string>> = {
  esp: 'time-out of the ESP',
  tenant: 'set for this tenant',
  usual: 'usual',
};
