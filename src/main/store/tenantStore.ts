import { z } from 'zod';
import { cloudName, tenantColour } from '../../shared/api/contract/microsoft.ts';

/** A tenant as Reseal knows it. Tokens are not in it: those rest in the secret box. */
export const tenantRecord = z.object({
  id: z.uuid(),
  kind: z.enum(['practice', 'entra']),
  name: z.string(),
  colour: tenantColour,
  cloud: cloudName,
  directoryId: z.string().nullable(),
  clientId: z.string().nullable(),
  /** The user principal name of who is signed in. */
  account: z.string().nullable(),
  active: z.boolean(),
  lastRefreshedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type TenantRecord = z.infer<typeof tenantRecord>;
