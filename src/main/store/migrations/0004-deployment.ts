import type { Migration } from './migration.ts';

/** Rows of the deployment report that are about devices of the queue, and DeviceLinks on their way to Microsoft. */
export const deployment: Migration = {
  version: 4,
  name: 'deployment',
  up: `
    CREATE TABLE deployment_event (
      id            TEXT NOT NULL,
      device_id     TEXT NOT NULL REFERENCES device (id),
      at            TEXT,
      properties    TEXT NOT NULL,
      read_at       TEXT NOT NULL,
      PRIMARY KEY (device_id, id)
    ) STRICT;

    CREATE TABLE device_link (
      id            TEXT PRIMARY KEY,
      tenant_id     TEXT NOT NULL REFERENCES tenant (id),
      text          TEXT NOT NULL,
      UNIQUE (tenant_id, text)
    ) STRICT;
  `,
};
