import { stringify } from 'csv-stringify/sync';
import type { Document } from '../../../shared/api/document.ts';
import type { AuditRow } from '../../../shared/audit/auditRow.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { rowsOf } from './verifyAudit.ts';

const COLUMNS = ['id', 'at', 'who', 'account', 'action', 'sentence', 'subjects', 'previous', 'digest'] as const;

/** What stands in the place of a row that cannot be read: that it is there, a file must not hide. */
const UNREADABLE = '(This row cannot be read: it was changed.)';

type ExportedRow = Pick<AuditRow, 'id' | 'sentence'> &
  Partial<AuditRow> & { readonly recorded: Pick<AuditRow, 'sentence' | 'subjects'> | null };

/**
 * The audit log as a file: names as they are shown, and beside them what was recorded, which the digests are about. A CSV for
 * people, with one subject a line in its cell; a JSON for programs.
 */
export async function exportAudit(
  { audit, ports }: Pick<ServiceContext, 'audit' | 'ports'>,
  format: 'csv' | 'json',
): Promise<Document> {
  const rows: ExportedRow[] = [];
  for await (const row of rowsOf(audit)) {
    if ('isUnreadable' in row) {
      rows.push({ id: row.id, sentence: UNREADABLE, recorded: null });
      continue;
    }
    const { sentence, subjects } = audit.shown(row);
    rows.push({ ...row, sentence, subjects, recorded: { sentence: row.sentence, subjects: row.subjects } });
  }
  const head = audit.head();
  const name = `audit-${ports.clock.now().toISOString().slice(0, 10)}${head === null ? '' : `-${head.id}`}`;
  if (format === 'json') {
    const text = JSON.stringify({ head: audit.printedHead() || null, pruned: audit.pruned(), rows }, null, 2);
    return documentOf(`${name}.json`, 'application/json', text);
  }
  const lines = rows.map((row) =>
    COLUMNS.map((column) => (column === 'subjects' ? (row.subjects ?? []).join('\n') : (row[column] ?? ''))),
  );
  const options = { bom: true, record_delimiter: 'windows', escape_formulas: true } as const;
  return documentOf(`${name}.csv`, 'text/csv', stringify([[...COLUMNS], ...lines], options));
}

const documentOf = (fileName: string, mediaType: string, text: string): Document => ({
  fileName,
  mediaType,
  base64: Buffer.from(text).toString('base64'),
});
