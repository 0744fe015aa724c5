import { z } from 'zod';
import { auditEntry } from '../../shared/audit/auditEntry.ts';
import type { Store } from './openStore.ts';

/** Who did what: deliberate acts such as exports, overrides and removals. Rows are only ever added. */
export function createAuditStore({ database }: Store, now: () => Date) {
  const insert = database.prepare(
    'INSERT INTO audit_event (at, who, action, sentence) VALUES (@at, @who, @action, @sentence)',
  );
  const page = database.prepare(
    'SELECT id, at, who, action, sentence FROM audit_event ORDER BY id DESC LIMIT @limit OFFSET @offset',
  );
  const count = database.prepare('SELECT count(*) AS total FROM audit_event');
  return {
    add: (entry: { readonly who: string; readonly action: string; readonly sentence: string }): void =>
      void insert.run({ ...entry, at: now().toISOString() }),
    /** Newest first. */
    page: (offset: number, limit: number) => ({
      total: z.object({ total: z.number() }).parse(count.get()).total,
      entries: z.array(auditEntry).parse(page.all({ offset, limit })),
    }),
  };
}
