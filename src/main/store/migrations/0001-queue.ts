import type { Migration } from './migration.ts';

/** Said as OR: for every IN of a CHECK, SQLite builds a table at every insert, which doubled the time of an import. */
function oneOf(column: string, ...values: readonly string[]): string {
  return values.map((value) => `${column} = '${value}'`).join(' OR ');
}

/** Tenants, the queue of devices with their five statuses, captures, batches, and the history of everything. */
export const queue: Migration = {
  version: 1,
  name: 'queue',
  up: `
    CREATE TABLE tenant (
      id            TEXT PRIMARY KEY,
      kind          TEXT NOT NULL CHECK (kind IN ('practice', 'entra')),
      name          TEXT NOT NULL,
      colour        TEXT NOT NULL,
      cloud         TEXT NOT NULL,
      directory_id  TEXT,
      client_id     TEXT,
      graph_root    TEXT,
      authority     TEXT,
      certificate_thumbprint TEXT,
      certificate_key_file TEXT,
      account       TEXT,
      active        INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
      last_refreshed_at TEXT,
      created_at    TEXT NOT NULL,
      removed_at    TEXT
    ) STRICT;

    CREATE TABLE import_batch (
      id            TEXT PRIMARY KEY,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      name          TEXT NOT NULL,
      files         TEXT NOT NULL,
      created_at    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE device (
      id            TEXT PRIMARY KEY,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      serial_number TEXT,
      manufacturer  TEXT,
      model         TEXT,
      product_key_id TEXT,
      smbios_uuid   TEXT,
      tpm_endorsement_key_sha256 TEXT,
      tpm_version   TEXT,
      is_virtual_machine INTEGER NOT NULL DEFAULT 0 CHECK (is_virtual_machine IN (0, 1)),
      group_tag     TEXT,
      assigned_user TEXT,
      assigned_user_name TEXT,
      device_name   TEXT,
      order_number  TEXT,
      batch_id      TEXT REFERENCES import_batch (id),
      ztd_id        TEXT,
      expected_profile TEXT,

      registration  TEXT NOT NULL DEFAULT 'none'
        CHECK (${oneOf('registration', 'none', 'queued', 'submitted', 'pending', 'registered', 'failed', 'removing', 'removed')}),
      registration_error TEXT,
      registration_at TEXT,
      needs_new_registration INTEGER NOT NULL DEFAULT 0 CHECK (needs_new_registration IN (0, 1)),

      profile       TEXT NOT NULL DEFAULT 'unknown' CHECK (${oneOf('profile', 'unknown', 'notAssigned', 'pending', 'assigned', 'failed')}),
      profile_detail TEXT,
      profile_name  TEXT,
      profile_assigned_at TEXT,
      profile_allows_pre_provisioning INTEGER CHECK (profile_allows_pre_provisioning IN (0, 1)),
      profile_at    TEXT,
      remediation   TEXT NOT NULL DEFAULT 'none' CHECK (${oneOf('remediation', 'none', 'fixPending', 'attentionRequired')}),

      enrollment    TEXT NOT NULL DEFAULT 'unknown'
        CHECK (${oneOf('enrollment', 'unknown', 'notEnrolled', 'enrolled', 'blocked', 'failed')}),
      enrollment_detail TEXT,
      enrollment_at TEXT,
      managed_device_id TEXT,
      entra_device_id TEXT,
      last_contact_at TEXT,

      bench         TEXT NOT NULL DEFAULT 'notStarted' CHECK (${oneOf('bench', 'notStarted', 'running', 'succeeded', 'failed')}),
      bench_error   TEXT,
      bench_started_at TEXT,
      bench_ended_at TEXT,

      reseal        TEXT NOT NULL DEFAULT 'notResealed'
        CHECK (${oneOf('reseal', 'notResealed', 'resealed', 'shipped', 'userFlowDone', 'expired')}),
      resealed_at   TEXT,
      shipped_at    TEXT,
      user_flow_done_at TEXT,

      next_step     TEXT NOT NULL,
      microsoft     TEXT,
      microsoft_read_at TEXT,
      created_at    TEXT NOT NULL,
      updated_at    TEXT NOT NULL,
      removed_at    TEXT
    ) STRICT;
    CREATE INDEX device_by_serial ON device (tenant_id, serial_number COLLATE NOCASE);
    CREATE INDEX device_by_ztd_id ON device (ztd_id) WHERE ztd_id IS NOT NULL;
    CREATE INDEX device_by_next_step ON device (tenant_id, next_step) WHERE removed_at IS NULL;
    CREATE INDEX device_by_registration ON device (tenant_id, registration) WHERE removed_at IS NULL;
    CREATE INDEX device_by_update ON device (tenant_id, updated_at) WHERE removed_at IS NULL;
    CREATE INDEX device_by_batch ON device (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE hash_capture (
      id            INTEGER PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      hardware_hash BLOB NOT NULL,
      collected_at  TEXT,
      taken_at      TEXT NOT NULL,
      os_build      TEXT,
      source        TEXT NOT NULL,
      batch_id      TEXT REFERENCES import_batch (id),
      imported_at   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX hash_capture_by_device ON hash_capture (device_id, id);

    CREATE TABLE import_row (
      batch_id      TEXT NOT NULL REFERENCES import_batch (id),
      file          TEXT NOT NULL,
      line          INTEGER NOT NULL,
      status        TEXT NOT NULL CHECK (${oneOf('status', 'ready', 'repaired', 'suspect', 'rejected')}),
      serial_number TEXT,
      issues        TEXT NOT NULL,
      device_id     TEXT REFERENCES device (id)
    ) STRICT;
    CREATE INDEX import_row_by_batch ON import_row (batch_id);

    CREATE TABLE device_event (
      id            INTEGER PRIMARY KEY,
      device_id     TEXT NOT NULL REFERENCES device (id),
      at            TEXT NOT NULL,
      subject       TEXT NOT NULL,
      sentence      TEXT NOT NULL,
      from_value    TEXT,
      to_value      TEXT,
      source        TEXT NOT NULL
    ) STRICT;
    CREATE INDEX device_event_by_device ON device_event (device_id, id);

    CREATE TABLE column_mapping (
      header        TEXT PRIMARY KEY,
      columns       TEXT NOT NULL,
      created_at    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE setting (
      name          TEXT PRIMARY KEY,
      value         TEXT NOT NULL
    ) STRICT;

    CREATE TABLE audit_event (
      id            INTEGER PRIMARY KEY,
      at            TEXT NOT NULL,
      who           TEXT NOT NULL,
      action        TEXT NOT NULL,
      sentence      TEXT NOT NULL
    ) STRICT;
  `,
};
