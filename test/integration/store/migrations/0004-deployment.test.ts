import { expect, test } from 'vitest';
import { migrate, migrations } from '../../../../src/main/store/migrate.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';

test('a queue from before keeps its devices, and has room for the deployment report and for DeviceLinks', () => {
  const database = openSqlite(':memory:');
  migrate(
    database,
    () => undefined,
    migrations.filter(({ version }) => version < 4),
  );
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
    VALUES ('d', 't', 'AAA1', 'register', 'now', 'now');`);
  let backedUpFrom = 0;
  migrate(
    database,
    (version) => (backedUpFrom = version),
    migrations.filter(({ version }) => version <= 4),
  );
  expect(backedUpFrom).toBe(3);
  const refused = (sql: string) => () => database.exec(sql);
  database.exec(`INSERT INTO deployment_event (id, device_id, properties, read_at) VALUES ('e', 'd', '[]', 'now')`);
  expect(
    refused(`INSERT INTO deployment_event (id, device_id, properties, read_at) VALUES ('e', 'nobody', '[]', 'now')`),
  ).toThrow('FOREIGN KEY');
  database.exec(`INSERT INTO device_link (id, tenant_id, text) VALUES ('l', 't', 'x')`);
  expect(refused(`INSERT INTO device_link (id, tenant_id, text) VALUES ('m', 't', 'x')`)).toThrow('UNIQUE');
  database.close();
});
