import { randomUUID } from 'node:crypto';
import type { Issue } from '../../shared/intake/issue.ts';
import type { EditableField, RowStatus } from '../../shared/intake/vocabulary.ts';
import type { Store } from './store.ts';

/** A value that a person typed over before the import: what was shown until then, and what it became. */
export interface Correction {
  readonly field: EditableField;
  readonly from: string | null;
  readonly to: string | null;
}

export interface NewImportRow {
  readonly batchId: string;
  readonly file: string;
  readonly line: number;
  readonly status: RowStatus;
  readonly serialNumber: string | null;
  readonly issues: readonly Issue[];
  readonly corrections: readonly Correction[];
  /** The device that the row became or belongs to; null for a row that was left out. */
  readonly deviceId: string | null;
}

export type ImportBatchStore = ReturnType<typeof createImportBatchStore>;

/** What came in together, and what became of the lines that were left out, were corrected, or had something to tell. */
export function createImportBatchStore({ database }: Store, now: () => Date) {
  const insert = database.prepare(
    'INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (@id, @tenantId, @name, @files, @at)',
  );
  const insertRow = database.prepare(`
    INSERT INTO import_row (batch_id, file, line, status, serial_number, issues, corrections, device_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    add(batch: { readonly tenantId: string; readonly name: string; readonly files: readonly string[] }): string {
      const id = randomUUID();
      const { tenantId, name, files } = batch;
      insert.run({ id, tenantId, name, files: JSON.stringify(files), at: now().toISOString() });
      return id;
    },
    addRow({ batchId, file, line, status, serialNumber, issues, corrections, deviceId }: NewImportRow): void {
      const found = issues.length === 0 ? '[]' : JSON.stringify(issues);
      const corrected = corrections.length === 0 ? '[]' : JSON.stringify(corrections);
      insertRow.run(batchId, file, line, status, serialNumber, found, corrected, deviceId);
    },
  };
}
