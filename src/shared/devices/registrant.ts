import { z } from 'zod';

/**
 * Who registered a device: this queue; a partner or the maker, who alone can give it a purchase order or send it without a
 * hash; or somebody else, such as another bench, the portal, or a profile that converts what it targets.
 */
export const registrant = z.enum(['here', 'partner', 'other']);
export type Registrant = z.infer<typeof registrant>;

export const registrantTitles: Readonly<Record<Registrant, string>> = {
  here: 'This Reseal',
  partner: 'A partner or the maker',
  other: 'Somebody else',
};
