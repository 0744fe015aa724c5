import { z } from 'zod';

type Options = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

/**
 * A union whose options are told apart by the value of one key. They are made when the first value is parsed: a catalogue has a
 * hundred of them, and most runs of the program meet none.
 */
export function oneOf<const Types extends Options, Key extends string>(
  key: Key,
  options: () => Types,
): z.ZodLazy<z.ZodDiscriminatedUnion<Types, Key>> {
  return z.lazy(() => z.discriminatedUnion(key, options()));
}
