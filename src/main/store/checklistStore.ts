import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { checklistTemplate, type ChecklistTemplate, type ItemState } from '../../shared/checklists/checklist.ts';
import { chosenOptions, type ChosenOptions } from '../../shared/checklists/listCase.ts';
import { EVIDENCE_INITIALS, type ItemMark } from '../../shared/checklists/items.ts';
import { createConditions } from './conditions.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const checklistRow = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  templateId: z.string(),
  templateVersion: z.number().int(),
  startedAt: z.iso.datetime(),
  /** When a new technician flow began and another sheet took its place; null while it is worked on. */
  endedAt: z.iso.datetime().nullable(),
  options: storedJson(chosenOptions),
});
/** A checklist that was started on a device; what stands on it follows from its template, its marks and the device. */
export type StartedChecklist = z.infer<typeof checklistRow>;

const markRow = z.object({
  itemId: z.string(),
  state: z.enum(['done', 'skipped', 'failed']),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});
const counted = z.object({ n: z.number() });
const definitionRow = z.object({ definition: storedJson(checklistTemplate) });

/** What a person said about an item; `open` takes back what was said before, and both are kept. */
export type MarkEntry = Omit<ItemMark, 'state'> & { readonly state: ItemState };

/** Which checklists are wanted; what is left out is no condition. */
export interface ChecklistFilter {
  readonly tenantId?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly batchId?: string | undefined;
  /** Whether somebody still has to do something on it. */
  readonly open?: boolean | undefined;
}

/** To SQLite, a limit below zero is none. */
const EVERY_ONE = -1;

const OPEN = 'checklist.ended_at IS NULL AND checklist.is_complete IS NOT 1';

function conditionOf(open: boolean | undefined): string {
  if (open === undefined) return 'true';
  return open ? OPEN : `NOT (${OPEN})`;
}

/**
 * Checklists with what people marked. Marks are only ever added, and the latest counts. A started checklist keeps the
 * version of its template that it began with.
 */
export function createChecklistStore({ database, setAside }: Store) {
  const columns = `checklist.id, device_id AS deviceId, template_id AS templateId, template_version AS templateVersion,
    checklist.started_at AS startedAt, checklist.ended_at AS endedAt, checklist.options`;
  const keepTemplate = database.prepare(`
    INSERT INTO checklist_template (id, version, definition) VALUES (@id, @version, @definition)
    ON CONFLICT (id, version) DO NOTHING`);
  const template = database.prepare('SELECT id, definition FROM checklist_template WHERE id = ? AND version = ?');
  const insert = database.prepare(`
    INSERT INTO checklist (id, device_id, template_id, template_version, started_at, options)
    VALUES (@id, @deviceId, @templateId, @templateVersion, @startedAt, @options)`);
  const setVersion = database.prepare(
    'UPDATE checklist SET template_version = @version, is_complete = NULL WHERE id = @id',
  );
  const setOptions = database.prepare('UPDATE checklist SET options = @options, is_complete = NULL WHERE id = @id');
  const byId = database.prepare(`SELECT ${columns} FROM checklist WHERE id = ?`);
  const latest = database.prepare(`
    SELECT ${columns} FROM checklist WHERE device_id = @deviceId AND template_id = @templateId
     ORDER BY started_at DESC, rowid DESC LIMIT 1`);
  const setComplete = database.prepare('UPDATE checklist SET is_complete = @isComplete WHERE id = @id');
  const forgetCompletion = database.prepare(
    'UPDATE checklist SET is_complete = NULL WHERE is_complete IS NOT NULL AND ended_at IS NULL',
  );

  /** Checklists of devices of the queue as SQL, and the values that it names. */
  function chosenBy(filter: ChecklistFilter, condition: string) {
    const { add, equal, where, values } = createConditions('device', `device.removed_at IS NULL AND ${condition}`);
    equal('tenant_id', filter.tenantId);
    if (filter.deviceId !== undefined) add('checklist.device_id = @deviceId', 'deviceId', filter.deviceId);
    equal('batch_id', filter.batchId);
    // The checklists first: there are fewer of them than devices, and they come in their order.
    return { from: `FROM checklist CROSS JOIN device ON device.id = checklist.device_id WHERE ${where()}`, values };
  }

  /** Newest first; those of devices that are off the queue are left out. */
  function page(filter: ChecklistFilter, offset: number, limit: number): StartedChecklist[] {
    const { from, values } = chosenBy(filter, conditionOf(filter.open));
    const ordered = `SELECT ${columns} ${from} ORDER BY checklist.started_at DESC, checklist.rowid DESC LIMIT @limit OFFSET @offset`;
    return setAside.rows('checklist', checklistRow, database.prepare(ordered).all({ ...values, limit, offset }));
  }

  const markColumns = 'id, item_id AS itemId, state, note, by, at';
  const deviceMarks = database.prepare(`
    SELECT ${markColumns} FROM checklist_mark AS mark WHERE checklist_id = @checklistId AND state <> 'open'
       AND id = (SELECT max(id) FROM checklist_mark WHERE checklist_id = mark.checklist_id AND item_id = mark.item_id)`);
  /** Of a shared step the latest mark in any checklist counts. */
  const tenantMarks = database.prepare(`
    SELECT ${markColumns} FROM tenant_checklist_mark
     WHERE state <> 'open' AND id IN (
       SELECT max(id) FROM tenant_checklist_mark
        WHERE tenant_id = @tenantId
          AND (template_id = @templateId OR item_id IN (SELECT value FROM json_each(@shared)))
        GROUP BY item_id)`);
  const addDeviceMark = database.prepare(`
    INSERT INTO checklist_mark (checklist_id, item_id, state, note, by, at)
    VALUES (@checklistId, @itemId, @state, @note, @by, @at)`);
  const addTenantMark = database.prepare(`
    INSERT INTO tenant_checklist_mark (tenant_id, template_id, item_id, state, note, by, at)
    VALUES (@tenantId, @templateId, @itemId, @state, @note, @by, @at)`);
  const end = database.prepare('UPDATE checklist SET ended_at = @endedAt WHERE id = @id');
  const endedAt = database.prepare(
    `SELECT ${columns} FROM checklist WHERE device_id = @deviceId AND ended_at = @endedAt`,
  );
  const startedAt = database.prepare(
    `SELECT ${columns} FROM checklist WHERE device_id = @deviceId AND started_at = @startedAt AND ended_at IS NULL`,
  );
  const dropTicks = database.prepare('DELETE FROM checklist_mark WHERE checklist_id = @id AND by = @initials');
  const moveMarks = database.prepare('UPDATE checklist_mark SET checklist_id = @to WHERE checklist_id = @from');
  const remove = database.prepare('DELETE FROM checklist WHERE id = ?');

  /** A version of a template never changes once it is kept, so it is read once. */
  const templates = new Map<string, ChecklistTemplate>();

  const one = (row: unknown): StartedChecklist | null =>
    row === undefined ? null : readRow('checklist', checklistRow, row);

  return {
    start(
      deviceId: string,
      chosen: ChecklistTemplate,
      startedAt: string,
      options: ChosenOptions = {},
    ): StartedChecklist {
      keepTemplate.run({ id: chosen.id, version: chosen.version, definition: JSON.stringify(chosen) });
      const started = {
        id: randomUUID(),
        deviceId,
        templateId: chosen.id,
        templateVersion: chosen.version,
        startedAt,
        endedAt: null,
        options,
      };
      insert.run({ ...started, options: JSON.stringify(options) });
      return started;
    },
    get: (id: string): StartedChecklist | null => one(byId.get(id)),
    /** The device's newest checklist of a template. */
    latest: (deviceId: string, templateId: string): StartedChecklist | null =>
      one(latest.get({ deviceId, templateId })),
    page,
    /** All of a device, the newest first. */
    ofDevice: (deviceId: string): StartedChecklist[] => page({ deviceId }, 0, EVERY_ONE),
    count(filter: ChecklistFilter): number {
      const { from, values } = chosenBy(filter, conditionOf(filter.open));
      return counted.parse(database.prepare(`SELECT count(*) AS n ${from}`).get(values)).n;
    },
    /** Those of which is not known whether they are complete: what they rest on has changed. */
    toWorkOut(filter: ChecklistFilter): StartedChecklist[] {
      const { from, values } = chosenBy(filter, `${OPEN} AND checklist.is_complete IS NULL`);
      return setAside.rows('checklist', checklistRow, database.prepare(`SELECT ${columns} ${from}`).all(values));
    },
    setComplete: (id: string, isComplete: boolean): void =>
      void setComplete.run({ id, isComplete: Number(isComplete) }),
    /** The rules by which checklists are complete have changed. */
    forgetCompletion: (): void => void forgetCompletion.run(),
    /** @throws AppError `damaged` where it cannot be read */
    templateOf({ templateId, templateVersion }: StartedChecklist): ChecklistTemplate {
      const key = `${templateId} ${templateVersion}`;
      const known = templates.get(key);
      if (known !== undefined) return known;
      const { definition } = readRow(
        'checklist_template',
        definitionRow,
        template.get(templateId, templateVersion) ?? { id: templateId },
      );
      templates.set(key, definition);
      return definition;
    },

    /** What counts of the marks: the latest of each item. */
    marksOf: (checklistId: string): ItemMark[] =>
      setAside.rows('checklist_mark', markRow, deviceMarks.all({ checklistId })),
    mark: (checklistId: string, entry: MarkEntry): void => void addDeviceMark.run({ ...entry, checklistId }),

    /** Another version of its template; what was marked stays with the steps of the same ids. */
    goOnWith(id: string, chosen: ChecklistTemplate): void {
      keepTemplate.run({ id: chosen.id, version: chosen.version, definition: JSON.stringify(chosen) });
      setVersion.run({ id, version: chosen.version });
    },
    setOptions: (id: string, options: ChosenOptions): void =>
      void setOptions.run({ id, options: JSON.stringify(options) }),

    /** What was marked once for all devices of a tenant, in this checklist or, of its shared steps, in another. */
    marksOfTenant(tenantId: string, { id, blocks }: ChecklistTemplate): ItemMark[] {
      const shared = blocks.flatMap(({ items }) => items.filter(({ isShared }) => isShared)).map((item) => item.id);
      const marks = tenantMarks.all({ tenantId, templateId: id, shared: JSON.stringify(shared) });
      return setAside.rows('tenant_checklist_mark', markRow, marks);
    },
    markForTenant: (tenantId: string, templateId: string, entry: MarkEntry): void =>
      void addTenantMark.run({ ...entry, tenantId, templateId }),

    end: (id: string, at: string): void => void end.run({ id, endedAt: at }),
    /** The checklists of a device that ended at a moment, and those that began then. */
    endedAt: (deviceId: string, at: string): StartedChecklist[] =>
      setAside.rows('checklist', checklistRow, endedAt.all({ deviceId, endedAt: at })),
    startedAt: (deviceId: string, at: string): StartedChecklist[] =>
      setAside.rows('checklist', checklistRow, startedAt.all({ deviceId, startedAt: at })),
    /** Opens an ended checklist again: facts tick it as before, and what people marked on its successor moves to it. */
    reopen(id: string, successorId: string | null): void {
      dropTicks.run({ id, initials: EVIDENCE_INITIALS });
      end.run({ id, endedAt: null });
      if (successorId === null) return;
      moveMarks.run({ from: successorId, to: id });
      remove.run(successorId);
    },
  };
}
