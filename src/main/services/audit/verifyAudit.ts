import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuditHead } from '../../../shared/audit/auditHead.ts';
import type { AuditRow, UnreadableAuditRow } from '../../../shared/audit/auditRow.ts';
import type { AuditVerdict } from '../../../shared/audit/auditVerdict.ts';
import { createVerifier } from '../../../shared/audit/verifyChain.ts';
import type { AuditStore } from '../../store/auditStore.ts';
import { digestOfText } from '../../store/digestOfText.ts';

/** Some ten milliseconds of work. */
const ROWS_AT_ONCE = 1_000;

/** Checks the whole audit log, a thousand rows at a time. @param head one that was printed or kept elsewhere; null for none */
export async function verifyAudit(audit: AuditStore, head: AuditHead | null): Promise<AuditVerdict> {
  const verifier = createVerifier({ pruned: audit.pruned(), head, digest: digestOfText });
  for await (const row of rowsOf(audit)) verifier.take(row);
  return verifier.verdict();
}

/** All rows as they are recorded, oldest first; other work has its turn in between. */
export async function* rowsOf(audit: AuditStore): AsyncGenerator<AuditRow | UnreadableAuditRow> {
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = audit.rowsAfter(last, ROWS_AT_ONCE);
    yield* rows;
    const newest = rows.at(-1);
    if (newest === undefined) return;
    last = newest.id;
    await nextTurn();
  }
}
