import type { SqliteDatabase } from '../../store/sqlite.ts';

/** Single values of the tenant: its id, its secrets, its latest time, its synchronisation. */
export interface PracticeSettings {
  text(name: SettingName): string | null;
  number(name: SettingName): number | null;
  set(name: SettingName, value: string | number | null): void;
}

export type SettingName =
  | 'tenantId'
  | 'technicianId'
  | 'seed'
  | 'staticToken'
  | 'tokenSecret'
  | 'latestTime'
  | 'syncStatus'
  | 'lastSyncAt'
  | 'lastManualSyncAt';

/** Written at once; a setting that was never written is null. */
export function openSettings(database: SqliteDatabase): PracticeSettings {
  const read = database.prepare<[string], { readonly value: string }>('SELECT value FROM setting WHERE name = ?');
  const write = database.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare<[string]>('DELETE FROM setting WHERE name = ?');
  const text = (name: SettingName): string | null => read.get(name)?.value ?? null;

  return {
    text,
    number(name) {
      const value = text(name);
      return value === null ? null : Number(value);
    },
    set(name, value) {
      if (value === null) remove.run(name);
      else write.run(name, String(value));
    },
  };
}
