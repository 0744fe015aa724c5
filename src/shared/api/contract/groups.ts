import { z } from 'zod';
import { entraGroup } from '../../groups/membership.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const ruledDevice = z.object({
  id: z.uuid(),
  serialNumber: z.string(),
  groupTag: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  /** Only registered devices are in Entra with these values. */
  isRegistered: z.boolean(),
});

export const groupProcedures = {
  /** The dynamic membership rules for Autopilot devices, with the group tags and purchase orders of a tenant's queue. */
  'groups.rules': query(
    z.object({ tenantId: z.uuid() }),
    z.object({
      rules: z.array(
        z.object({
          of: z.enum(['ztdId', 'groupTag', 'purchaseOrder']),
          value: z.string().nullable(),
          rule: z.string(),
          devices: z.number().int(),
        }),
      ),
    }),
  ),
  /** Which devices of a tenant's queue a rule takes. `invalid-input` where it cannot be read. */
  'groups.check': query(
    z.object({ tenantId: z.uuid(), rule: z.string().min(1).max(3_072) }),
    z.object({
      /** Devices that fall under it; those that are not registered yet do so once they are. */
      matching: z.array(ruledDevice),
      /** Devices that do not, though a value of theirs is nearly the same. */
      nearlyEqual: z.array(ruledDevice.extend({ differsIn: z.enum(['case', 'blanks', 'lookAlike']) })),
      /** How many neither. */
      others: z.number().int(),
      /** How many cannot be judged here. */
      notJudged: z.number().int(),
      /** Values that the rule names and no device of the queue has. */
      neverMatching: z.array(z.string()),
      /** Conditions that cannot be judged here, as they stand. */
      strangeConditions: z.array(z.string()),
    }),
  ),
  /**
   * Reads the groups of devices from Entra and keeps them. `unread` are devices that Entra does not know or did not tell of, each
   * with its reason as a sentence.
   */
  'groups.readMembership': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1).max(500) }),
    z.object({
      devices: z.array(z.object({ deviceId: z.uuid(), serialNumber: z.string(), groups: z.array(entraGroup) })),
      unread: z.array(z.object({ deviceId: z.uuid(), serialNumber: z.string(), sentence: z.string() })),
    }),
  ),
};

export type GroupHandlers = HandlersOf<typeof groupProcedures>;
