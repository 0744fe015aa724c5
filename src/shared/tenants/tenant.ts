import { z } from 'zod';
import { instant } from '../devices/device.ts';

export const tenantColour = z.enum([
  'teal',
  'magenta',
  'purple',
  'brown',
  'steel',
  'grey',
  // They are colours of states, and no longer offered; a lane that has one keeps it.
  'blue',
  'green',
  'gold',
  'orange',
  'red',
]);
export const cloudName = z.enum(['global', 'usGovernmentHigh', 'usGovernmentDod', 'china']);

export const tenantView = z.object({
  id: z.uuid(),
  kind: z.enum(['practice', 'entra']),
  name: z.string(),
  colour: tenantColour,
  cloud: cloudName,
  directoryId: z.string().nullable(),
  clientId: z.string().nullable(),
  active: z.boolean(),
  signIn: z.object({
    state: z.enum(['notConnected', 'signedOut', 'signingIn', 'signedIn', 'expired']),
    account: z.string().nullable(),
    /** Where tokens rest: the encrypted queue, or memory until the process ends. */
    tokens: z.enum(['queue', 'memory']),
    /** Who signs in: a person, or the app by itself with its certificate. */
    by: z.enum(['person', 'certificate']),
  }),
  /** Since when its changes may be sent; null for a lane whose changes wait until a person says so. */
  sendsSince: instant,
  lastRefreshedAt: instant,
  devices: z.number().int(),
});
export type TenantView = z.infer<typeof tenantView>;

export const signInProgress = z.object({
  state: z.enum(['idle', 'browser', 'deviceCode', 'done', 'failed']),
  /** Shown as returned: the address differs per cloud. */
  deviceCode: z.object({ userCode: z.string(), verificationUri: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  url: z.string().nullable(),
  problem: z.string().nullable(),
});
