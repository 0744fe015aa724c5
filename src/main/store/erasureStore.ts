import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ErasedPlace } from '../../shared/erasure/erasure.ts';
import { createDeviceSearch } from './deviceSearch.ts';
import { keyedDigest } from './digestOfText.ts';
import { countTexts, eraseTexts } from './eraseTexts.ts';
import type { Store } from './store.ts';
import { personalColumns } from './personalColumns.ts';

const identified = z.array(z.object({ id: z.string() }));
const deviceOfUser = z.array(
  z.object({ id: z.string(), name: z.string().nullable(), heldName: z.string().nullable() }),
);
const counted = z.number();
const piece = z.array(z.object({ bytes: z.instanceof(Uint8Array) }));

const checkpoint = z.array(z.object({ busy: z.number() }));

const KEY_BYTES = 32;
/** How the bytes of ZIP and CAB files begin: what is in them is not seen. */
const COMPRESSED = ['PK', 'MSCF'];
const INDEXED_AT_ONCE = 1_000;
/** What a technician wrote of a device, or a file brought, in tables of its own; each names its device. */
const ofDevice = [
  ['hash_capture', 'hardware hashes'],
  ['device_event', 'lines of history'],
  ['bench_act', 'acts at the bench'],
  ['bench_run', 'technician flows'],
  ['deployment_event', 'rows of the deployment report'],
  ['device_link', 'DeviceLinks'],
  ['donor_mark', 'marks “never register again”'],
  ['removal', 'records of removals'],
  ['scan', 'scans'],
  ['job', 'changes for Microsoft'],
  ['entered_value', 'entries'],
  ['attachment', 'photos and files'],
] as const;

export interface Stone {
  readonly deviceId: string;
  readonly serialNumber: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** What an erasure reads and writes across the tables. All that changes something belongs in a transaction. */
export function createErasureStore({ database, file, setAside }: Pick<Store, 'database' | 'file' | 'setAside'>) {
  const devicesOfUser = database.prepare(`
    SELECT id, assigned_user_name AS name, held_user_name AS heldName FROM device
     WHERE assigned_user = @address COLLATE NOCASE OR held_user = @address COLLATE NOCASE`);
  const jobsOnTheirWay = database
    .prepare(
      `
    SELECT count(*) FROM job LEFT JOIN device ON device.id = job.device_id
     WHERE state IN ('waiting', 'leased', 'retrying')
       AND (instr(lower(payload), lower(@address)) OR instr(lower(progress), lower(@address))
         OR (kind = 'register' AND device.assigned_user = @address COLLATE NOCASE))`,
    )
    .pluck();
  const unfinishedOfDevice = database
    .prepare(`SELECT count(*) FROM job WHERE device_id = ? AND state IN ('waiting', 'leased', 'retrying')`)
    .pluck();
  const failedWith = database.prepare(`
    SELECT id FROM job WHERE state = 'failed' AND instr(lower(payload), lower(@address))`);
  const auditRowsWith = database
    .prepare('SELECT count(*) FROM audit_event WHERE instr(sentence, @mark) OR instr(subjects, @mark)')
    .pluck();
  const auditRowsNaming = database
    .prepare('SELECT count(*) FROM audit_event WHERE instr(lower(sentence), lower(@name))')
    .pluck();
  const historyWith = database
    .prepare('SELECT count(*) FROM device_event WHERE instr(sentence, @mark) OR from_value = @mark OR to_value = @mark')
    .pluck();
  const previews = database.prepare('SELECT id FROM kept_preview');
  const pieces = database.prepare('SELECT bytes FROM kept_preview_piece WHERE preview_id = ? ORDER BY source, id');
  const previewTexts = database
    .prepare(
      `SELECT coalesce(group_concat(text, char(10)), '') FROM (
         SELECT outline || columns AS text FROM kept_preview WHERE id = @id
         UNION ALL SELECT entry FROM kept_preview_entry WHERE preview_id = @id
         UNION ALL SELECT name FROM kept_preview_source WHERE preview_id = @id)`,
    )
    .pluck();
  const signInsWith = database
    .prepare('SELECT count(*) FROM secret WHERE instr(lower(value), lower(@address))')
    .pluck();
  const dropSignIns = database.prepare('DELETE FROM secret WHERE instr(lower(value), lower(@address))');
  const dropPreview = database.prepare('DELETE FROM kept_preview WHERE id = ?');
  const rowsOfDevice = ofDevice.map(([table, what]) => ({
    what,
    count: database.prepare(`SELECT count(*) FROM ${table} WHERE device_id = ?`).pluck(),
    remove: database.prepare(`DELETE FROM ${table} WHERE device_id = ?`),
  }));
  const removeMarks = database.prepare(
    'DELETE FROM checklist_mark WHERE checklist_id IN (SELECT id FROM checklist WHERE device_id = ?)',
  );
  const removeChecklists = database.prepare('DELETE FROM checklist WHERE device_id = ?');
  const countChecklists = database.prepare('SELECT count(*) FROM checklist WHERE device_id = ?').pluck();
  const emptyImportRows = database.prepare(`
    UPDATE import_row SET device_id = NULL, serial_number = NULL, issues = '[]', corrections = '[]' WHERE device_id = ?`);
  const removeListed = database.prepare(
    'DELETE FROM listed_device WHERE tenant_id = @tenantId AND serial_number = @serialNumber COLLATE NOCASE',
  );
  const removeTenantRows = database.prepare(
    'DELETE FROM tenant_row WHERE tenant_id = @tenantId AND found_by = @serialNumber COLLATE NOCASE',
  );
  const removeDevice = database.prepare('DELETE FROM device WHERE id = ?');
  const addStone = database.prepare(`
    INSERT INTO erased_device (id, key, serial_digest, erased_at, erased_by, reason)
    VALUES (@deviceId, @key, @serialDigest, @at, @by, @reason)`);
  const search = createDeviceSearch({ database, setAside });

  const numberOf = (value: unknown): number => counted.parse(value);

  /** Whether an unfinished import holds one of the names, or may hold it where nobody can look. */
  function mayHold(previewId: string, names: readonly string[]): boolean {
    const bytes = Buffer.concat(piece.parse(pieces.all(previewId)).map((part) => part.bytes));
    if (COMPRESSED.some((start) => bytes.includes(start))) return true;
    const wanted = names.map((name) => name.toLowerCase());
    const texts = [
      z.string().parse(previewTexts.get({ id: previewId })),
      bytes.toString('utf8'),
      bytes.toString('latin1'),
      bytes.toString('utf16le'),
      bytes.subarray(1).toString('utf16le'),
    ].map((text) => text.toLowerCase());
    return texts.some((text) => wanted.some((name) => text.includes(name)));
  }

  return {
    /** The devices whose user a person is or was, with the names that stand beside the address. */
    devicesOfUser: (address: string) => deviceOfUser.parse(devicesOfUser.all({ address })),
    jobsOnTheirWay: (address: string): number => numberOf(jobsOnTheirWay.get({ address })),
    unfinishedJobsOf: (deviceId: string): number => numberOf(unfinishedOfDevice.get(deviceId)),
    /** Failed changes that somebody could still send again. */
    failedJobsWith: (address: string): readonly string[] =>
      identified.parse(failedWith.all({ address })).map(({ id }) => id),
    auditRowsWith: (mark: string): number => numberOf(auditRowsWith.get({ mark })),
    /** Rows of the audit log in which somebody typed a name: they cannot be changed. */
    auditRowsNaming: (name: string): number => numberOf(auditRowsNaming.get({ name })),
    historyLinesWith: (mark: string): number => numberOf(historyWith.get({ mark })),
    /** Where else in the queue the names stand in texts. */
    textsWith: (names: readonly string[]): readonly ErasedPlace[] =>
      personalColumns
        .map((table) => ({ what: table.what, count: countTexts(database, table, names) }))
        .filter(({ count }) => count > 0),
    eraseTexts(names: readonly string[]): void {
      for (const table of personalColumns) eraseTexts(database, table, names);
    },
    /** The same, of the rows of one device alone. */
    eraseTextsOfDevice(deviceId: string, names: readonly string[]): void {
      const own = new Set(['device', 'device_event', 'job', 'deployment_event', 'entered_value']);
      for (const table of personalColumns.filter((one) => own.has(one.table))) {
        eraseTexts(database, table, names, { deviceId });
      }
    },
    /** Unfinished imports that hold one of the names, or that nobody can look into. */
    previewsWith: (names: readonly string[]): readonly string[] =>
      identified
        .parse(previews.all())
        .map(({ id }) => id)
        .filter((id) => mayHold(id, names)),
    /** Sign-ins that are kept beyond a sign-out elsewhere, or beyond their tenant. */
    signInsWith: (address: string): number => numberOf(signInsWith.get({ address })),
    dropSignIns: (address: string): void => void dropSignIns.run({ address }),
    dropPreview: (previewId: string): void => void dropPreview.run(previewId),
    placesOfDevice: (deviceId: string): readonly ErasedPlace[] =>
      [
        ...rowsOfDevice.map(({ what, count }) => ({ what, count: numberOf(count.get(deviceId)) })),
        { what: 'checklists', count: numberOf(countChecklists.get(deviceId)) },
      ].filter(({ count }) => count > 0),
    /** Deletes a device that is off the queue, and all that is kept of it. */
    removeDevice(deviceId: string, tenantId: string, serialNumber: string | null): void {
      removeMarks.run(deviceId);
      removeChecklists.run(deviceId);
      for (const { remove } of rowsOfDevice) remove.run(deviceId);
      emptyImportRows.run(deviceId);
      if (serialNumber !== null) {
        removeListed.run({ tenantId, serialNumber });
        removeTenantRows.run({ tenantId, serialNumber });
      }
      removeDevice.run(deviceId);
    },
    /** What stays of an erased device: a serial number can be proved to be its own, and not read from it. */
    addStone({ deviceId, serialNumber, at, by, reason }: Stone): void {
      const key = randomBytes(KEY_BYTES).toString('hex');
      const serialDigest = keyedDigest(key, serialNumber.toUpperCase());
      addStone.run({ deviceId, key, serialDigest, at: at.toISOString(), by, reason });
    },
    /** Overwrites what is deleted from now on, on this connection. Not within a transaction. */
    overwriteDeleted: (): void => void database.pragma('secure_delete = ON'),
    /**
     * Leaves nothing of what was deleted in the search's index, in free pages or in the write-ahead log. Not within a
     * transaction. False where another process reads just now, so that the log keeps it until its next checkpoint.
     */
    sweep(): boolean {
      database.transaction(() => {
        while (search.indexSome(INDEXED_AT_ONCE));
        search.forgetDeleted();
      })();
      database.pragma('incremental_vacuum');
      const isWhole = checkpoint.parse(database.pragma('wal_checkpoint(TRUNCATE)')).every(({ busy }) => busy === 0);
      database.pragma('secure_delete = OFF');
      return isWhole;
    },
    /** The copies of the queue beside it, and queues that were replaced: what was erased stays in them. */
    backups: (): readonly string[] => [
      ...filesIn(join(dirname(file), 'backups'), /\.db$/),
      ...filesIn(dirname(file), /^replaced-/),
    ],
    /** Log files in which one of the names stands: none should. */
    logsWith: (names: readonly string[]): readonly string[] => {
      const folder = join(dirname(file), 'logs');
      const wanted = names.map((name) => name.toLowerCase());
      return filesIn(folder, /\.log$/).filter((name) => {
        const text = readFileSync(join(folder, name), 'utf8').toLowerCase();
        return wanted.some((one) => text.includes(one));
      });
    },
  };
}

function filesIn(folder: string, names: RegExp): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => names.test(name))
      .sort();
  } catch {
    // There is none yet.
    return [];
  }
}
