import { deviceRecord, type DeviceRecord } from '../../shared/devices/device.ts';
import { columnOf, valuesFromDevice, type StoredValues } from './deviceRow.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** What follows from a device by the rules, and is kept with it for lists: its next step, its scenario, its last day of use. */
export interface Following {
  readonly nextStep: string;
  readonly scenario: string;
  readonly useBy: string | null;
}

/** What a change may write: everything but what never changes. The step that follows from it is written besides. */
const changing = deviceRecord
  .omit({ id: true, tenantId: true, createdAt: true })
  .omit({ hasHardwareHash: true, hasDeviceLink: true, tagRule: true, tenantDefault: true })
  .keyof().options;

const fieldsOf = (device: DeviceRecord, names: readonly (keyof DeviceRecord)[]): Partial<DeviceRecord> =>
  Object.fromEntries(names.map((name) => [name, device[name]]));

/** Writes devices, naming no more columns than there are values: an index is written anew for each column that is named. */
export function createDeviceWrites(database: SqliteDatabase) {
  const inserts = statementPerSet((names) => {
    const columns = names.map(columnOf).join(', ');
    return database.prepare(`INSERT INTO device (${columns}) VALUES (${names.map(() => '?').join(', ')})`);
  });
  const updates = statementPerSet((names) => {
    const columns = names.map((name) => `${columnOf(name)} = @${name}`).join(', ');
    return database.prepare(`UPDATE device SET ${columns} WHERE id = @id`);
  });

  return {
    /** A field that is not named takes the default of its column, which is the value in `blankDevice`; gives the row number. */
    insert(values: StoredValues): number {
      return Number(inserts(Object.keys(values)).run(Object.values(values)).lastInsertRowid);
    },
    /** Writes what is not as before, and the step that follows. */
    update(after: DeviceRecord, before: DeviceRecord, follows: Following, followed: Following): void {
      const changed = changing.filter((name) => after[name] !== before[name]);
      // What stands there as the next step may be older than the rules: it is written anyhow.
      const { scenario, useBy } = followed;
      const was: StoredValues = { ...valuesFromDevice(fieldsOf(before, changed)), scenario, useBy };
      const values: StoredValues = { ...valuesFromDevice(fieldsOf(after, changed)), ...follows };
      const names = Object.keys(values).filter((name) => values[name] !== was[name]);
      const written = Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
      updates(names).run({ ...written, id: after.id });
    },
  };
}

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** One statement per set of columns: to make it takes longer than to write a row. */
function statementPerSet(prepare: (names: readonly string[]) => Statement): (names: readonly string[]) => Statement {
  const statements = new Map<string, Statement>();
  return (names) => {
    const key = names.join();
    const statement = statements.get(key) ?? prepare(names);
    statements.set(key, statement);
    return statement;
  };
}
