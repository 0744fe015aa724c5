import { z } from 'zod';
import { instant } from '../devices/device.ts';

const properties = z.array(z.object({ name: z.string(), value: z.string() }));
/** A row of Intune's deployment report about a device, as it came. */
export const deploymentEvent = z.object({
  id: z.string(),
  at: instant,
  properties,
  /** How each app and policy of the enrollment status page fared, where Intune tells. */
  policies: z.array(properties),
});
export type DeploymentEvent = z.infer<typeof deploymentEvent>;
