import type { Migration } from './migration.ts';

/**
 * Each deregistration with its exact records and times, for the record that the customer gets; and of a repaired device, whether
 * it has been reset since its new registration. Devices from before were given back long ago, as far as anybody knows.
 */
export const removals: Migration = {
  version: 29,
  name: 'removals',
  up: `
    CREATE TABLE removal (
      id                  INTEGER PRIMARY KEY,
      device_id           TEXT NOT NULL REFERENCES device (id),
      tenant_name         TEXT NOT NULL,
      serial_number       TEXT,
      manufacturer        TEXT,
      model               TEXT,
      autopilot_id        TEXT,
      autopilot_gone_at   TEXT,
      user_unassigned_at  TEXT,
      intune_id           TEXT,
      intune_gone_at      TEXT,
      left_in_entra       TEXT,
      computer_account    TEXT,
      account_deleted_at  TEXT,
      account_deleted_by  TEXT,
      reason              TEXT,
      note                TEXT,
      confirmed_at        TEXT NOT NULL,
      confirmed_by        TEXT NOT NULL,
      ended_at            TEXT
    ) STRICT;

    CREATE INDEX removal_of_device ON removal (device_id, id);

    ALTER TABLE device ADD COLUMN board_replaced_at TEXT;
    ALTER TABLE device ADD COLUMN reset_confirmed_at TEXT;
  `,
};
