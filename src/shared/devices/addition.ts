import { z } from 'zod';
import { issue } from '../intake/issue.ts';
import { deviceView } from './deviceView.ts';
import { oneOf } from '../oneOf.ts';

/** What a device that somebody types in is for, which decides its next step; left out, it follows from what is known of it. */
export const additionPurpose = z.enum(['hash', 'partner', 'identifier']);
export type AdditionPurpose = z.infer<typeof additionPurpose>;

const optional = z.string().trim().default('');

/** A device as a person types it in, or scans its label; it has no hash yet. */
export const typedDevice = z.object({
  tenantId: z.uuid(),
  serialNumber: z.string().trim().min(1),
  manufacturer: z.string().trim().min(1),
  model: z.string().trim().min(1),
  productKeyId: optional,
  groupTag: optional,
  assignedUser: optional,
  purchaseOrder: optional,
  purpose: additionPurpose.optional(),
  /** Takes it in although an import would ask a person to look at the values. */
  acceptsDoubts: z.boolean().default(false),
});
export type TypedDevice = z.output<typeof typedDevice>;

/** What adding a device has come to. */
export const additionAnswer = oneOf('outcome', () => [
  z.object({ outcome: z.literal('added'), device: deviceView }),
  /** It is in the queue already, or cannot be told from a device that is. */
  z.object({ outcome: z.literal('inQueue'), device: deviceView }),
  /** The tenant has it registered, as its list was read last: it is taken in instead. */
  z.object({ outcome: z.literal('inTenant'), ztdId: z.string(), serialNumber: z.string() }),
  /** An import would reject the values, or ask a person to look; `mayBeAccepted` where `acceptsDoubts` takes it in all the same. */
  z.object({ outcome: z.literal('refused'), issues: z.array(issue), mayBeAccepted: z.boolean() }),
]);
export type AdditionAnswer = z.infer<typeof additionAnswer>;
