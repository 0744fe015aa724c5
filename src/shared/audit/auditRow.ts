import { z } from 'zod';

/** Whom or what an act was about: a device of the queue, a person under a pseudonym, a tenant, or rows that were pruned. */
export const subjectMark = { device: 'd:', person: 'p:', tenant: 't:', pruned: 'a:' } as const;

/** An act as it is recorded. No person's address and no serial number stands in it: those can be erased, and a row never changes. */
export const auditRow = z.object({
  /** Counted from one, without gaps. */
  id: z.number().int().positive(),
  at: z.iso.datetime(),
  /** The initials that were typed in the settings. */
  who: z.string(),
  /** The account of the operating system; empty in rows that an older Reseal wrote. */
  account: z.string(),
  action: z.string(),
  sentence: z.string(),
  /** Each with its mark, as in `subjectMark`. */
  subjects: z.array(z.string()),
  /** The digest of the row before; empty for the first row there ever was. */
  previous: z.string(),
  digest: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

/** A row that holds what no Reseal has recorded. */
export interface UnreadableAuditRow {
  readonly id: number;
  readonly isUnreadable: true;
}

/** SHA-256 of the UTF-8 of a text, as 64 hexadecimal digits. */
export type Digest = (text: string) => string;

/** What vouches for a row and, through `previous`, for all rows before it. One array, so that no two rows have one text. */
export function digestOf(
  { id, at, who, account, action, sentence, subjects, previous }: Omit<AuditRow, 'digest'>,
  digest: Digest,
): string {
  return digest(JSON.stringify([id, at, who, account, action, sentence, subjects, previous]));
}
