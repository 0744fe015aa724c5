import type { EntraGroup } from './membership.ts';
import type { NearMiss } from './judgeRule.ts';

/** In what a value differs from that of a rule. */
export const nearMissWords: Readonly<Record<NearMiss, string>> = {
  case: 'letter case',
  blanks: 'blanks',
  lookAlike: 'characters that look alike',
};

/** Why the groups of a device are not known. */
export const notInEntra = 'Entra knows no such device: register it, then try again.';

/** The groups of a device by name, or by id where the name may not be read. */
export const groupNames = (groups: readonly EntraGroup[]): string =>
  groups.length === 0
    ? 'none'
    : groups
        .map(({ id, name }) => name ?? id)
        .toSorted()
        .join(', ');
