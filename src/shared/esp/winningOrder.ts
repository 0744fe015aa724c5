import type { StatusPage } from './statusPage.ts';

/**
 * Pages as they win over each other: the lowest priority number first, the default last although its number is 0.
 * Source: deviceEnrollmentConfiguration (Microsoft Graph), priority.
 */
export function inWinningOrder(pages: readonly StatusPage[]): readonly StatusPage[] {
  return pages.toSorted((one, other) => rankOf(one) - rankOf(other) || (one.name < other.name ? -1 : 1));
}

/** One whose number is not told comes last but for the default. */
const rankOf = ({ isDefault, priority }: StatusPage): number =>
  isDefault ? Number.MAX_SAFE_INTEGER : (priority ?? Number.MAX_SAFE_INTEGER - 1);
