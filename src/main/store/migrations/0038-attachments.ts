import type { Migration } from './migration.ts';

/**
 * Photos and files of a device, in the queue itself: so they are encrypted, backed up and erased with it. The bytes lie in pieces
 * of their own, which no list reads.
 */
export const attachments: Migration = {
  version: 38,
  name: 'attachments',
  up: `
    CREATE TABLE attachment (
      id            TEXT PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      bench_run_id  TEXT,
      name          TEXT NOT NULL,
      kind          TEXT NOT NULL CHECK (kind IN ('photo', 'file')),
      media_type    TEXT NOT NULL,
      size_bytes    INTEGER NOT NULL,
      thumbnail     TEXT,
      added_at      TEXT NOT NULL,
      added_by      TEXT NOT NULL,
      is_kept       INTEGER NOT NULL DEFAULT 0,
      is_whole      INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX attachment_by_device ON attachment (device_id, added_at);
    CREATE INDEX attachment_by_age ON attachment (added_at) WHERE kind = 'file' AND is_kept = 0;
    CREATE TABLE attachment_piece (
      attachment_id TEXT NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
      number        INTEGER NOT NULL,
      bytes         BLOB NOT NULL,
      UNIQUE (attachment_id, number)
    ) STRICT;
  `,
};
