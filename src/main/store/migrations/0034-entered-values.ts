import type { Migration } from './migration.ts';

/**
 * The last value that a person entered for each property of a device, with what stood there before: so an act on many devices
 * can be taken back, and a list tells what somebody here entered from what came from others.
 */
export const enteredValues: Migration = {
  version: 34,
  name: 'entered values',
  up: `
    CREATE TABLE entered_value (
      device_id         TEXT NOT NULL REFERENCES device (id),
      field             TEXT NOT NULL,
      act_id            TEXT NOT NULL,
      value             TEXT,
      earlier           TEXT,
      earlier_name      TEXT,
      was_on_its_way    INTEGER NOT NULL,
      who               TEXT NOT NULL,
      entered_at        TEXT NOT NULL,
      PRIMARY KEY (device_id, field)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX entered_value_of_act ON entered_value (act_id);
  `,
};
