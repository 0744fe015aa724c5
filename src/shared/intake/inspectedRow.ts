import { z } from 'zod';
import { issue } from './issue.ts';
import { rowStatus } from './vocabulary.ts';

const text = z.string().nullable();

export const rowCounts = z.object({
  ready: z.number().int(),
  repaired: z.number().int(),
  suspect: z.number().int(),
  rejected: z.number().int(),
});
export type RowCounts = z.infer<typeof rowCounts>;

/** A row as every door shows it: what the file says, what the hash says, what is wrong. Never the hash itself. */
export const inspectedRow = z.object({
  line: z.number().int(),
  status: rowStatus,
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKeyId: text,
  groupTag: text,
  assignedUser: text,
  /** The reseller's order as the file says it; no group tag. */
  purchaseOrder: text,
  hash: z.object({
    state: z.enum(['valid', 'suspect', 'invalid', 'absent']),
    characters: z.number().int(),
    checksum: z.enum(['ok', 'mismatch', 'missing']),
  }),
  issues: z.array(issue),
});
export type InspectedRow = z.infer<typeof inspectedRow>;
