import { z } from 'zod';

/** Why a device leaves for good. Source: "Registration overview", deregister a device (Microsoft Learn), and the labs' own words. */
export const causeOfRemoval = z.enum(['repair', 'sold', 'endOfLife', 'other']);
export type CauseOfRemoval = z.infer<typeof causeOfRemoval>;

/** A cause with what a person has written beside it; `other` says nothing without a note. */
export interface RemovalCause {
  readonly reason: CauseOfRemoval;
  readonly note: string | null;
}

/** Each cause as it is named on the page and in the history. */
export const causeNames = {
  repair: 'Repair',
  sold: 'Sold',
  endOfLife: 'End of life',
  other: 'Other',
} as const satisfies Record<CauseOfRemoval, string>;

/** Whether a cause still needs a note to say anything. */
export const needsNote = ({ reason, note }: RemovalCause): boolean => reason === 'other' && note === null;

/** A cause as it stands in the history and the audit log. */
export function causeSentence({ reason, note }: RemovalCause): string {
  return note === null ? `Reason: ${causeNames[reason]}.` : `Reason: ${causeNames[reason]} (${note}).`;
}
