import { z } from 'zod';
import { isSameValue } from './sameValue.ts';
import { wishedProperty, type WishedProperty } from './refusedWish.ts';

/** A wish: the value that a property of a device shall have at Microsoft. An empty value clears the property. */
export const wish = z.object({
  property: wishedProperty,
  value: z.string(),
  /**
   * What Microsoft may hold while the wish is not true yet: what it held when the wish was made, and earlier wishes that may
   * still appear. Anything else was set by somebody who must not be overruled unseen. Left out where Microsoft was never read.
   */
  over: z.array(z.string()).optional(),
});
export type Wish = z.infer<typeof wish>;

/** The kind of the jobs that make a wish true. */
export const CHANGE = 'change';

/** Of two jobs under one key the newer one counts. */
export const wishKeyOf = (deviceId: string, property: WishedProperty): string => `${CHANGE}:${property}:${deviceId}`;

/**
 * Whether somebody else has set a property since a wish for it was made, so that sending it would overrule a value that nobody
 * here has seen.
 * @param seen what was shown to a person since, besides what the wish names
 */
export function isSetElsewhere({ property, value, over }: Wish, held: string | null, seen: readonly string[]): boolean {
  return over !== undefined && ![value, ...over, ...seen].some((known) => isSameValue(property, known, held));
}
