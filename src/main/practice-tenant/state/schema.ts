import type { SqliteDatabase } from '../../store/sqlite.ts';

const SCHEMA_VERSION = 4;

/**
 * The practice tenant's memory. Times are virtual milliseconds since 1970. Of a hardware hash it keeps the decoded
 * identity and a SHA-256, never the hash.
 */
const tables = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE given_id (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;

  CREATE TABLE due_event (
    id INTEGER PRIMARY KEY, due_at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX due_event_by_time ON due_event (due_at, id);
  CREATE INDEX due_event_by_subject ON due_event (subject, kind);

  CREATE TABLE import_record (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, serial_number TEXT, product_key TEXT, group_tag TEXT,
    assigned_user_principal_name TEXT, import_id TEXT, status TEXT NOT NULL, error_code INTEGER NOT NULL,
    error_name TEXT NOT NULL, registration_id TEXT NOT NULL, identity TEXT, hash_sha256 TEXT, verdict TEXT
  ) STRICT;

  CREATE TABLE autopilot_device (
    id TEXT PRIMARY KEY, is_listed INTEGER NOT NULL, serial_number TEXT NOT NULL, manufacturer TEXT NOT NULL,
    model TEXT NOT NULL, system_family TEXT NOT NULL, sku_number TEXT NOT NULL, product_key TEXT NOT NULL,
    hash_sha256 TEXT NOT NULL, is_virtual_machine INTEGER NOT NULL, has_tpm INTEGER NOT NULL, group_tag TEXT NOT NULL,
    display_name TEXT NOT NULL, user_principal_name TEXT NOT NULL, addressable_user_name TEXT NOT NULL,
    entra_device_id TEXT NOT NULL, managed_device_id TEXT, enrollment_state TEXT NOT NULL, last_contacted_at INTEGER,
    profile_status TEXT NOT NULL, profile_detailed_status TEXT NOT NULL, profile_assigned_at INTEGER,
    deployment_profile_id TEXT, intended_profile_id TEXT, profile_turn INTEGER NOT NULL, remediation_state TEXT NOT NULL,
    remediation_changed_at INTEGER, userless_enrollment_status TEXT NOT NULL, removal_queued_at INTEGER
  ) STRICT;
  CREATE INDEX autopilot_device_by_serial ON autopilot_device (serial_number, id);
  CREATE INDEX autopilot_device_by_identity ON autopilot_device (serial_number COLLATE NOCASE);
  CREATE INDEX autopilot_device_by_hash ON autopilot_device (hash_sha256);

  CREATE TABLE entra_device (
    id TEXT PRIMARY KEY, device_id TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, ztd_id TEXT, group_tag TEXT NOT NULL,
    was_enrolled INTEGER NOT NULL, is_managed INTEGER NOT NULL, is_hybrid INTEGER NOT NULL, manufacturer TEXT NOT NULL, model TEXT NOT NULL,
    registered_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX entra_device_by_ztd_id ON entra_device (ztd_id);

  CREATE TABLE managed_device (
    id TEXT PRIMARY KEY, device_name TEXT NOT NULL, serial_number TEXT NOT NULL, manufacturer TEXT NOT NULL,
    model TEXT NOT NULL, entra_device_id TEXT NOT NULL, user_id TEXT, join_type TEXT NOT NULL,
    enrollment_profile_name TEXT NOT NULL, enrolled_at INTEGER NOT NULL, last_sync_at INTEGER NOT NULL, actions TEXT NOT NULL
  ) STRICT;

  CREATE TABLE autopilot_event (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, policies TEXT NOT NULL
  ) STRICT;

  CREATE TABLE corporate_identifier (
    id TEXT PRIMARY KEY, identifier TEXT NOT NULL, type TEXT NOT NULL, description TEXT, platform TEXT NOT NULL,
    created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, UNIQUE (identifier, type)
  ) STRICT;

  CREATE TABLE associated_device (id TEXT PRIMARY KEY, link_sha256 TEXT NOT NULL UNIQUE, associated_at INTEGER NOT NULL) STRICT;

  CREATE TABLE directory_user (
    id TEXT PRIMARY KEY, user_principal_name TEXT NOT NULL UNIQUE COLLATE NOCASE, display_name TEXT NOT NULL,
    given_name TEXT NOT NULL, surname TEXT NOT NULL, job_title TEXT NOT NULL, department TEXT NOT NULL,
    is_enabled INTEGER NOT NULL, is_licensed INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE directory_group (
    id TEXT PRIMARY KEY, display_name TEXT NOT NULL, description TEXT NOT NULL, membership_rule TEXT
  ) STRICT;
  CREATE TABLE group_member (
    group_id TEXT NOT NULL REFERENCES directory_group (id), member_id TEXT NOT NULL, PRIMARY KEY (group_id, member_id)
  ) STRICT;

  CREATE TABLE deployment_profile (
    id TEXT PRIMARY KEY, display_name TEXT NOT NULL, description TEXT NOT NULL, join_type TEXT NOT NULL,
    usage_type TEXT NOT NULL, preprovisioning_allowed INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE profile_assignment (
    id TEXT PRIMARY KEY, profile_id TEXT NOT NULL REFERENCES deployment_profile (id), target_type TEXT NOT NULL, group_id TEXT
  ) STRICT;
`;

/** What version 3 has and version 2 had not. */
const sinceVersion2 = `
  ALTER TABLE managed_device ADD COLUMN enrollment_type TEXT NOT NULL DEFAULT 'windowsAzureADJoinUsingDeviceAuth';
  ALTER TABLE managed_device ADD COLUMN autopilot_enrolled INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE managed_device ADD COLUMN identity TEXT;
  ALTER TABLE associated_device ADD COLUMN serial_number TEXT NOT NULL DEFAULT '';
  ALTER TABLE associated_device ADD COLUMN managed_device_id TEXT;
`;

/** What version 4 has and version 3 had not: device preparation. */
const sinceVersion3 = `
  ALTER TABLE associated_device ADD COLUMN policy_id TEXT;
  ALTER TABLE directory_group ADD COLUMN is_role_assignable INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE directory_group ADD COLUMN has_provisioning_owner INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE preparation_policy (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, priority INTEGER NOT NULL, minutes INTEGER NOT NULL,
    device_group_id TEXT, user_group_id TEXT, validates INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE mobile_app (
    id TEXT PRIMARY KEY, display_name TEXT NOT NULL, type TEXT NOT NULL, run_as TEXT NOT NULL, required_group_id TEXT
  ) STRICT;
  CREATE TABLE device_script (
    id TEXT PRIMARY KEY, display_name TEXT NOT NULL, run_as TEXT NOT NULL, group_id TEXT
  ) STRICT;
  CREATE TABLE prepared_device (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
  CREATE TABLE export_job (
    id TEXT PRIMARY KEY, report_name TEXT NOT NULL, requested_at INTEGER NOT NULL, secret TEXT NOT NULL
  ) STRICT;
`;

/** Creates the tables in an empty file and brings the versions before up to date; returns whether it was empty. Refuses a file of another version in one sentence. */
export function prepareSchema(database: SqliteDatabase): boolean {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version === SCHEMA_VERSION) return false;
  if (version !== 0 && version !== 2 && version !== 3) {
    throw new Error(
      `The practice tenant's state file is of version ${version} and this Reseal writes version ${SCHEMA_VERSION}: delete the file to begin a new practice tenant.`,
    );
  }
  database.transaction(() => {
    if (version === 0) database.exec(tables);
    if (version < 3) database.exec(sinceVersion2);
    database.exec(sinceVersion3);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
  return version === 0;
}

/** Empties every table but the settings. */
export function clearTenantTables(database: SqliteDatabase): void {
  const names = database
    .prepare<[], { readonly name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'setting'`)
    .all();
  database.pragma('defer_foreign_keys = ON');
  for (const { name } of names) database.exec(`DELETE FROM ${name}`);
}
