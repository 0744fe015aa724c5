import { z } from 'zod';
import { previewEntry, type PreviewEntry } from '../../shared/intake/previewEntry.ts';
import { mappedField } from '../../shared/intake/vocabulary.ts';
import { readRow, unreadable } from './setAside.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const columnsByLayout = z.record(z.string(), z.array(mappedField).readonly().nullable());

/** What was known of layouts when the files were read; null where nothing was. */
type ColumnsByLayout = z.infer<typeof columnsByLayout>;

interface NewKeptPreview {
  readonly previewId: string;
  readonly tenantId: string;
  readonly readAt: Date;
  readonly rows: number;
  /** Tells whether the files, read again, give the same rows. */
  readonly outline: string;
  readonly columns: ColumnsByLayout;
  /** The bytes are secrets. */
  readonly sources: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const preview = z.object({
  previewId: z.string(),
  tenantId: z.string(),
  readAt: z.iso.datetime().transform((at) => new Date(at)),
  rows: z.number(),
  outline: z.string(),
  columns: storedJson(columnsByLayout),
});
export type StoredPreview = z.infer<typeof preview>;

const source = z.object({ number: z.number(), name: z.string(), sizeBytes: z.number() });
type KeptSource = z.infer<typeof source>;

const listed = z.object({
  previewId: z.string(),
  tenantId: z.string(),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  rows: z.number(),
  files: storedJson(z.array(z.string())),
});

const entryRow = z.object({ id: z.number(), entry: storedJson(previewEntry) });
const piece = z.object({ bytes: z.instanceof(Uint8Array) });

/** However large a file is, SQLite is given and gives back no more of it at once. */
const PIECE_BYTES = 1_048_576;

export type KeptPreviewStore = ReturnType<typeof createKeptPreviewStore>;

/** Counts the kept previews, for those who need nothing else of them. */
export function createKeptPreviewCount({ database }: Store): () => number {
  const count = database.prepare('SELECT count(*) FROM kept_preview').pluck();
  return () => z.number().parse(count.get());
}

/** Previews that a person has entered something into: their files, and the entries. */
export function createKeptPreviewStore({ database, setAside }: Store, now: () => Date) {
  const insert = database.prepare(
    'INSERT INTO kept_preview (id, tenant_id, read_at, row_count, outline, columns) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertSource = database.prepare(
    'INSERT INTO kept_preview_source (preview_id, number, name, size_bytes) VALUES (?, ?, ?, ?)',
  );
  const insertPiece = database.prepare('INSERT INTO kept_preview_piece (preview_id, source, bytes) VALUES (?, ?, ?)');
  const insertEntry = database.prepare('INSERT INTO kept_preview_entry (preview_id, at, entry) VALUES (?, ?, ?)');
  const one = database.prepare(`
    SELECT id AS previewId, tenant_id AS tenantId, read_at AS readAt, row_count AS rows, outline, columns
      FROM kept_preview WHERE id = ?`);
  const sources = database.prepare(`
    SELECT number, name, size_bytes AS sizeBytes FROM kept_preview_source WHERE preview_id = ? ORDER BY number`);
  const pieces = database.prepare(
    'SELECT bytes FROM kept_preview_piece WHERE preview_id = ? AND source = ? ORDER BY id',
  );
  const heldBytes = database
    .prepare('SELECT coalesce(sum(length(bytes)), 0) FROM kept_preview_piece WHERE preview_id = ? AND source = ?')
    .pluck();
  const entries = database.prepare(
    'SELECT id, entry FROM kept_preview_entry WHERE preview_id = ? AND id > ? ORDER BY id',
  );
  const lastEntry = database
    .prepare(
      `SELECT coalesce((SELECT max(id) FROM kept_preview_entry WHERE preview_id = kept_preview.id), 0)
         FROM kept_preview WHERE id = ?`,
    )
    .pluck();
  const all = database.prepare(`
    SELECT id AS previewId, tenant_id AS tenantId, read_at AS startedAt, row_count AS rows,
           coalesce((SELECT max(at) FROM kept_preview_entry WHERE preview_id = kept_preview.id), read_at) AS changedAt,
           (SELECT json_group_array(name ORDER BY number) FROM kept_preview_source
             WHERE preview_id = kept_preview.id) AS files
      FROM kept_preview ORDER BY read_at DESC, id`);
  const remove = database.prepare('DELETE FROM kept_preview WHERE id = ?');

  return {
    /** Keeps the files of a preview; entries follow by `addEntry`, in the same transaction. */
    add({ previewId, tenantId, readAt, rows, outline, columns, sources: files }: NewKeptPreview): void {
      insert.run(previewId, tenantId, readAt.toISOString(), rows, outline, JSON.stringify(columns));
      for (const [number, { name, bytes }] of files.entries()) {
        insertSource.run(previewId, number, name, bytes.length);
        for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
          insertPiece.run(previewId, number, bytes.subarray(start, start + PIECE_BYTES));
        }
      }
    },
    /** Returns the number of the entry: later ones have larger numbers. */
    addEntry: (previewId: string, entry: PreviewEntry): number =>
      Number(insertEntry.run(previewId, now().toISOString(), JSON.stringify(entry)).lastInsertRowid),
    /** @throws AppError `damaged` where it cannot be read; so do all that read a part of one: an import without it would be another */
    get(previewId: string): StoredPreview | null {
      const row = one.get(previewId);
      return row === undefined ? null : readRow('kept_preview', preview, row);
    },
    sourcesOf: (previewId: string): readonly KeptSource[] =>
      sources.all(previewId).map((row) => readRow('kept_preview_source', source, row)),
    /** A secret: all bytes of a file, as they came. */
    bytesOf(previewId: string, { number, sizeBytes }: Pick<KeptSource, 'number' | 'sizeBytes'>): Buffer {
      if (heldBytes.get(previewId, number) !== sizeBytes)
        throw unreadable('kept_preview_source', { previewId }, 'bytes');
      const bytes = Buffer.alloc(sizeBytes);
      let at = 0;
      for (const row of pieces.iterate(previewId, number)) {
        const part = piece.parse(row).bytes;
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
    /** What was entered after an entry, and its number. */
    entriesAfter: (previewId: string, entryId: number): readonly { id: number; entry: PreviewEntry }[] =>
      entries.all(previewId, entryId).map((row) => readRow('kept_preview_entry', entryRow, row)),
    /** The number of the last entry; null where the preview is not kept, or not any more. */
    lastEntryOf(previewId: string): number | null {
      const id = lastEntry.get(previewId);
      return id === undefined ? null : z.number().parse(id);
    },
    /** All of them, the latest first. */
    list: (): readonly z.infer<typeof listed>[] => setAside.rows('kept_preview', listed, all.all()),
    /** False where it was gone already. */
    remove: (previewId: string): boolean => remove.run(previewId).changes === 1,
  };
}
