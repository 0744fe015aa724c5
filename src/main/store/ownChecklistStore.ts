import { z } from 'zod';
import { checklistTemplate, type ChecklistTemplate } from '../../shared/checklists/checklist.ts';
import { isTime } from './isTime.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const ownRow = z.object({
  template: storedJson(checklistTemplate),
  /** The list of ours that it is a copy of, and which version; null where it was made from nothing. */
  basedOn: z.string().nullable(),
  basedVersion: z.number().int().nullable(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  removedAt: z.null(),
});
export type OwnChecklist = Omit<z.infer<typeof ownRow>, 'removedAt'>;

/** The checklists that a lab made itself. */
export function createOwnChecklistStore({ database, setAside }: Store) {
  const columns = `id, definition AS template, based_on AS basedOn, based_version AS basedVersion,
    changed_at AS changedAt, changed_by AS changedBy, removed_at AS removedAt`;
  // One of which it cannot be told whether it is removed is set aside, and named.
  const isThere = `(removed_at IS NULL OR NOT ${isTime('removed_at')})`;
  const all = database.prepare(`SELECT ${columns} FROM own_checklist WHERE ${isThere} ORDER BY id`);
  const byId = database.prepare(`SELECT ${columns} FROM own_checklist WHERE id = ? AND ${isThere}`);
  const save = database.prepare(`
    INSERT INTO own_checklist (id, definition, based_on, based_version, changed_at, changed_by)
    VALUES (@id, @definition, @basedOn, @basedVersion, @changedAt, @changedBy)
    ON CONFLICT (id) DO UPDATE SET definition = @definition, changed_at = @changedAt, changed_by = @changedBy,
      removed_at = NULL`);
  const lastVersion = database.prepare(`SELECT definition ->> 'version' AS version FROM own_checklist WHERE id = ?`);
  const remove = database.prepare('UPDATE own_checklist SET removed_at = @at WHERE id = @id AND removed_at IS NULL');

  return {
    list: (): OwnChecklist[] => setAside.rows('own_checklist', ownRow, all.all()),
    get: (id: string): OwnChecklist | null => setAside.row('own_checklist', ownRow, byId.get(id)),
    /** The version that it has, or had when it was removed; 0 where there never was such a list. */
    versionOf: (id: string): number =>
      z.object({ version: z.number().int() }).parse(lastVersion.get(id) ?? { version: 0 }).version,
    save(own: Omit<OwnChecklist, 'template'> & { readonly template: ChecklistTemplate }): void {
      const { template, ...rest } = own;
      save.run({ ...rest, id: template.id, definition: JSON.stringify(template) });
    },
    /** False where it is not there. */
    remove: (id: string, at: string): boolean => remove.run({ id, at }).changes > 0,
  };
}
