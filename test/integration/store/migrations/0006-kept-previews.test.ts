import { expect, test } from 'vitest';
import { migrate, migrations } from '../../../../src/main/store/migrate.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';

test('a queue from before keeps its tenants, and has room for imports that are not finished', () => {
  const database = openSqlite(':memory:');
  migrate(
    database,
    () => undefined,
    migrations.filter(({ version }) => version < 6),
  );
  database.exec(
    `INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now')`,
  );
  let backedUpFrom = 0;
  migrate(
    database,
    (version) => (backedUpFrom = version),
    migrations.filter(({ version }) => version <= 6),
  );
  expect(backedUpFrom).toBe(5);

  const preview = (tenant: string) => () =>
    database.exec(`INSERT INTO kept_preview VALUES ('p', '${tenant}', 'now', 1, 'outline', '{}')`);
  expect(preview('nobody')).toThrow('FOREIGN KEY');
  preview('t')();
  database.exec(`
    INSERT INTO kept_preview_source VALUES ('p', 0, 'a.csv', 3);
    INSERT INTO kept_preview_piece VALUES (1, 'p', 0, x'010203');
    INSERT INTO kept_preview_entry VALUES (1, 'p', 'now', '{}');
    DELETE FROM kept_preview;`);
  const left = ['kept_preview_source', 'kept_preview_piece', 'kept_preview_entry'].map((table) =>
    database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(left).toEqual([0, 0, 0]);
  database.close();
});
