import type { Migration } from './migration.ts';

/**
 * Devices that gave parts to others and must never be registered again, by all that they can be recognised by; a mark that was
 * lifted stays on record.
 */
export const donorMarks: Migration = {
  version: 22,
  name: 'donor marks',
  up: `
    CREATE TABLE donor_mark (
      id                          INTEGER PRIMARY KEY,
      device_id                   TEXT NOT NULL REFERENCES device (id),
      serial_number               TEXT,
      manufacturer                TEXT,
      model                       TEXT,
      product_key_id              TEXT,
      ztd_id                      TEXT,
      smbios_uuid                 TEXT,
      tpm_endorsement_key_sha256  TEXT,
      reason                      TEXT NOT NULL,
      marked_at                   TEXT NOT NULL,
      marked_by                   TEXT NOT NULL,
      lifted_at                   TEXT,
      lifted_by                   TEXT,
      lift_reason                 TEXT
    ) STRICT;

    CREATE UNIQUE INDEX donor_mark_in_force ON donor_mark (device_id) WHERE lifted_at IS NULL;
  `,
};
