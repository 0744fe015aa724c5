import type { Migration } from './migration.ts';

/**
 * Imports that a person works on: the bytes of their files once, in pieces, and what was entered, in its order. They hold
 * hashes, so they lie here and nowhere else; with the commit or the discarding they are gone.
 */
export const keptPreviews: Migration = {
  version: 6,
  name: 'kept previews',
  up: `
    CREATE TABLE kept_preview (
      id            TEXT PRIMARY KEY,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      read_at       TEXT NOT NULL,
      row_count     INTEGER NOT NULL,
      outline       TEXT NOT NULL,
      columns       TEXT NOT NULL
    ) STRICT;

    CREATE TABLE kept_preview_source (
      preview_id    TEXT NOT NULL REFERENCES kept_preview (id) ON DELETE CASCADE,
      number        INTEGER NOT NULL,
      name          TEXT NOT NULL,
      size_bytes    INTEGER NOT NULL,
      PRIMARY KEY (preview_id, number)
    ) STRICT;

    CREATE TABLE kept_preview_piece (
      id            INTEGER PRIMARY KEY,
      preview_id    TEXT NOT NULL REFERENCES kept_preview (id) ON DELETE CASCADE,
      source        INTEGER NOT NULL,
      bytes         BLOB NOT NULL
    ) STRICT;
    CREATE INDEX kept_preview_piece_by_source ON kept_preview_piece (preview_id, source, id);

    CREATE TABLE kept_preview_entry (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      preview_id    TEXT NOT NULL REFERENCES kept_preview (id) ON DELETE CASCADE,
      at            TEXT NOT NULL,
      entry         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX kept_preview_entry_by_preview ON kept_preview_entry (preview_id, id);
  `,
};
