import type { Migration } from './migration.ts';

/**
 * What the tenants' Autopilot lists held of devices that are not in the queue, made anew at every reading; and DeviceLinks that
 * a file brought for a device, kept until a person has the device associated.
 */
export const listedDevices: Migration = {
  version: 9,
  name: 'listed devices',
  up: `
    CREATE TABLE listed_device (
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      ztd_id        TEXT NOT NULL,
      serial_number TEXT,
      manufacturer  TEXT,
      model         TEXT,
      product_key_id TEXT,
      group_tag     TEXT,
      PRIMARY KEY (tenant_id, ztd_id)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE device_link ADD COLUMN device_id TEXT REFERENCES device (id);
    CREATE INDEX device_link_by_device ON device_link (device_id) WHERE device_id IS NOT NULL;
  `,
};
