import { createFormatter } from './formatter.ts';

/**
 * For sentences that are stored, or that cross to a program: they must not depend on the computer that wrote them. The
 * English of Great Britain, whose dates have the month in words after the day and 24 hours.
 */
export const neutralFormatter = createFormatter('en-GB');
