import { z } from 'zod';
import { query, type HandlersOf } from '../procedure.ts';

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
};

export type GroupHandlers = HandlersOf<typeof groupProcedures>;
