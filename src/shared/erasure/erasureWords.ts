import type { Formatter } from '../format/formatter.ts';
import type { ErasedPlace, ErasureReceipt } from './erasure.ts';

/** The lines of a receipt, label and value, for paper and for the command line. */
export function receiptFacts(
  receipt: ErasureReceipt,
  formatter: Formatter,
): readonly (readonly [label: string, value: string])[] {
  return [
    ['Erased', receipt.kind === 'person' ? 'a person' : 'a device'],
    ['Reference', receipt.reference],
    ['When', formatter.instant(receipt.erasedAt)],
    ['By', `${receipt.erasedBy} (account ${receipt.account})`],
    ['Audit log', receipt.auditHead],
  ];
}

/** `devices of this user: 3`. */
export const placeWords = ({ what, count }: ErasedPlace, { number }: Formatter): string => `${what}: ${number(count)}`;

/** Where there is nothing to erase. */
export const erasureNothing = (name: string): string => `Nothing of ${name} is kept here.`;

export const receiptReferenceHint =
  'The reference stands in the audit log in place of the name. What it stood for cannot be worked out from it any more.';
