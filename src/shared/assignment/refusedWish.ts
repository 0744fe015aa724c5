import { z } from 'zod';
import { reason } from '../jobs/reason.ts';

/** A property of a device that a person chooses and Microsoft holds. */
export const wishedProperty = z.enum(['user', 'groupTag', 'name']);
export type WishedProperty = z.infer<typeof wishedProperty>;

/** What a person wants of a device and Microsoft did not take; an empty value would clear the property. */
export const refusedWish = z.object({
  property: wishedProperty,
  value: z.string(),
  /** Null where the program failed at it; the log file says more. */
  reason: reason.nullable(),
});
export type RefusedWish = z.infer<typeof refusedWish>;
