import { z } from 'zod';
import { auditEntry } from '../../audit/auditEntry.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const auditProcedures = {
  'audit.list': query(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000).default(200) }),
    z.object({ total: z.number().int(), entries: z.array(auditEntry) }),
  ),
};

export type AuditHandlers = HandlersOf<typeof auditProcedures>;
