import type { Database } from 'better-sqlite3';
import { migrate, migrations } from '../../src/main/store/migrate.ts';

/** Brings a database to the format with this number, as an older Reseal left it. */
export function migrateTo(database: Database, version: number): void {
  migrate(
    database,
    () => undefined,
    migrations.filter((step) => step.version <= version),
  );
}
