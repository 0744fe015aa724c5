import type { Migration } from './migration.ts';

/** The serial number under which Microsoft holds a registration; known already of those whose answer was kept. */
export const registeredSerialNumber: Migration = {
  version: 14,
  name: 'registered serial number',
  up: `
    ALTER TABLE device ADD COLUMN registered_serial_number TEXT;
    UPDATE device SET registered_serial_number = nullif(json_extract(microsoft, '$.serialNumber'), '')
     WHERE ztd_id IS NOT NULL AND json_type(microsoft, '$.serialNumber') = 'text';`,
};
