import { z } from 'zod';
import type { Formatter } from '../format/formatter.ts';
import { auditHead, printedHead } from './auditHead.ts';
import { oneOf } from '../oneOf.ts';

/** What a check of the audit log has come to. */
export const auditVerdict = oneOf('kind', () => [
  z.object({
    kind: z.literal('whole'),
    rows: z.number().int(),
    /** The last row that retention removed; null where none was. */
    prunedTo: z.number().int().nullable(),
    /** Null for a log without a row. */
    head: auditHead.nullable(),
  }),
  z.object({ kind: z.literal('changed'), id: z.number().int() }),
  z.object({ kind: z.literal('missing'), id: z.number().int() }),
  z.object({ kind: z.literal('cutOff'), head: auditHead, last: z.number().int() }),
  z.object({ kind: z.literal('rebuilt'), head: auditHead }),
]);
export type AuditVerdict = z.infer<typeof auditVerdict>;

/** A verdict in one or two sentences. */
export function auditVerdictWords(verdict: AuditVerdict, { count, number }: Formatter): string {
  switch (verdict.kind) {
    case 'whole': {
      if (verdict.head === null) return 'The audit log has no row yet.';
      const whole = `The audit log is whole: ${count(verdict.rows, 'row', 'rows')}, head ${printedHead(verdict.head)}.`;
      return verdict.prunedTo === null
        ? whole
        : `${whole} Rows up to ${number(verdict.prunedTo)} were removed by retention, as the log itself says.`;
    }
    case 'changed':
      return `Row ${number(verdict.id)} of the audit log was changed.`;
    case 'missing':
      return `Row ${number(verdict.id)} of the audit log is missing.`;
    case 'cutOff':
      return verdict.last === 0
        ? `The audit log is empty, though the head ${printedHead(verdict.head)} was printed: its rows were removed.`
        : `The audit log ends at row ${number(verdict.last)}, before the head ${printedHead(verdict.head)} that was printed: rows were cut off.`;
    case 'rebuilt':
      return `Row ${number(verdict.head.id)} is not the one that was printed as ${printedHead(verdict.head)}: that row, or one before it, was changed, and the log was rebuilt.`;
  }
}
