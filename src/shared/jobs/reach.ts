import { z } from 'zod';

/** Whether Microsoft can be reached, as far as it was tried: nothing is called online that nobody has asked. */
export const reach = z.enum([
  /** No tenant is set up. */
  'noTenant',
  /** It is not known yet which tenant of Microsoft the customer is. */
  'notConnected',
  /** Nobody is signed in, or the sign-in has run out. */
  'signedOut',
  /** Somebody is signed in, and nothing has been asked lately. */
  'untried',
  /** The last that was asked was answered. */
  'reached',
  /** The last that was asked was not answered. */
  'unreached',
]);
export type Reach = z.infer<typeof reach>;

/** Of several tenants, what holds up most. */
export function worstReach(reaches: readonly Reach[]): Reach {
  return order.find((one) => reaches.includes(one)) ?? 'noTenant';
}

const order: readonly Reach[] = ['unreached', 'signedOut', 'untried', 'reached', 'notConnected'];
