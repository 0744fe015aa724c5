import { z } from 'zod';

/** A group of Entra; its name is null where it may not be read. */
export const entraGroup = z.object({ id: z.string(), name: z.string().nullable() });
export type EntraGroup = z.infer<typeof entraGroup>;

/** The groups that a device was in when Entra was asked last, directly or by another group. */
export const membership = z.object({ readAt: z.iso.datetime(), groups: z.array(entraGroup) });
export type Membership = z.infer<typeof membership>;
