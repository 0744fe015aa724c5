import { z } from 'zod';
import { auditEntry } from '../../audit/auditEntry.ts';
import { auditVerdict } from '../../audit/auditVerdict.ts';
import { document, nothing } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const auditProcedures = {
  'audit.list': query(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000).default(200) }),
    z.object({ total: z.number().int(), entries: z.array(auditEntry) }),
  ),
  /** The newest row as it is printed, `5000:1eae90b0`; null where the log has none. */
  'audit.head': query(nothing, z.object({ head: z.string().nullable() })),
  /** Checks that no row was changed, removed or added; with a head that was printed, also that none was cut off at the end. */
  'audit.verify': query(
    z.object({ head: z.string().trim().max(100).optional() }),
    z.object({ isWhole: z.boolean(), verdict: auditVerdict, sentence: z.string() }),
  ),
  /** The whole log as a file, for whoever has to look at it elsewhere; with everything that a check needs. */
  'audit.export': query(z.object({ format: z.enum(['csv', 'json']) }), document),
};

export type AuditHandlers = HandlersOf<typeof auditProcedures>;
