import type { SqliteDatabase } from '../../store/sqlite.ts';
import { seededGuid } from '../seededRandom.ts';
import type { PracticeSettings } from './settings.ts';

/** A new id for something: the same in every run with the same seed, and never given twice while the tenant lives. */
export type GiveId = (kind: string, subject: string) => string;

/**
 * Ids that follow from the tenant's seed and from how many were given before, so that a demonstration repeats itself.
 */
export function openGivenIds(database: SqliteDatabase, settings: PracticeSettings): GiveId {
  const count = database.prepare<[string], { readonly count: number }>(`
    INSERT INTO given_id (name, count) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1
    RETURNING count`);
  return (kind, subject) => {
    const name = `${kind} ${subject}`;
    return seededGuid(settings.number('seed') ?? 1, name, count.get(name)?.count ?? 1);
  };
}
