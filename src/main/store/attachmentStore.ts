import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { attachment, attachmentKind, forgetAtOf, type Attachment } from '../../shared/attachments/attachment.ts';
import { isTime } from './isTime.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

const attachmentRow = attachment
  .omit({ forgetAt: true })
  .extend({ isKept: z.number().transform(Boolean) })
  .transform((row): Attachment => ({ ...row, forgetAt: forgetAtOf(row) }));
const identified = z.array(z.object({ id: z.string() }));
const arrivedRow = z.object({ pieces: z.number().int(), bytes: z.number().int() });
const pieceRow = z.object({ bytes: z.instanceof(Uint8Array) });
const counted = z.number();
const kindCounts = z.array(z.object({ kind: attachmentKind, attachments: z.number().int() }));

export type NewAttachment = Pick<
  Attachment,
  'deviceId' | 'benchRunId' | 'name' | 'sizeBytes' | 'thumbnail' | 'addedBy'
>;

/** Photos and files of devices. One that has not arrived whole is found by its id alone. */
export function createAttachmentStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>, now: () => Date) {
  const columns = `id, device_id AS deviceId, bench_run_id AS benchRunId, name, kind, media_type AS mediaType,
    size_bytes AS sizeBytes, thumbnail, added_at AS addedAt, added_by AS addedBy, is_kept AS isKept`;
  const add = database.prepare(`
    INSERT INTO attachment (id, device_id, bench_run_id, name, kind, media_type, size_bytes, thumbnail, added_at, added_by)
    VALUES (@id, @deviceId, @benchRunId, @name, 'file', 'application/octet-stream', @sizeBytes, @thumbnail, @at, @addedBy)`);
  const one = database.prepare(`SELECT ${columns} FROM attachment WHERE id = ?`);
  const ofDevice = database.prepare(
    `SELECT ${columns} FROM attachment WHERE device_id = ? AND is_whole = 1 ORDER BY added_at DESC, rowid DESC`,
  );
  const countOf = database.prepare('SELECT count(*) FROM attachment WHERE device_id = ?').pluck();
  const ofUser = database.prepare(`
    SELECT kind, count(*) AS attachments FROM attachment WHERE device_id IN (SELECT value FROM json_each(?)) GROUP BY kind`);
  const arrived = database.prepare(
    'SELECT count(*) AS pieces, coalesce(sum(length(bytes)), 0) AS bytes FROM attachment_piece WHERE attachment_id = ?',
  );
  const append = database.prepare(
    'INSERT INTO attachment_piece (attachment_id, number, bytes) VALUES (@id, @number, @bytes)',
  );
  const piece = database.prepare('SELECT bytes FROM attachment_piece WHERE attachment_id = @id AND number = @number');
  const complete = database.prepare(
    'UPDATE attachment SET is_whole = 1, kind = @kind, media_type = @mediaType WHERE id = @id',
  );
  const keep = database.prepare('UPDATE attachment SET is_kept = @isKept WHERE id = @id');
  const remove = database.prepare('DELETE FROM attachment WHERE id = ?');
  const removeFilesOf = database.prepare(`DELETE FROM attachment WHERE device_id = ? AND kind = 'file'`);
  const removeUnfinished = database.prepare(
    `DELETE FROM attachment WHERE is_whole = 0 AND added_at < @before AND ${isTime('added_at')}`,
  );
  const oldFiles = database.prepare(
    `SELECT id FROM attachment WHERE kind = 'file' AND is_kept = 0 AND added_at < @before AND ${isTime('added_at')}`,
  );
  const get = (id: string): Attachment | null => {
    const row = one.get(id);
    return row === undefined ? null : readRow('attachment', attachmentRow, row);
  };

  return {
    /** @returns its id; the bytes follow by `append` */
    add(entry: NewAttachment): string {
      const id = randomUUID();
      add.run({ ...entry, id, at: now().toISOString() });
      return id;
    },
    get,
    ofDevice: (deviceId: string): Attachment[] => setAside.rows('attachment', attachmentRow, ofDevice.all(deviceId)),
    countOf: (deviceId: string): number => counted.parse(countOf.get(deviceId)),
    /** How many photos and files some devices have. */
    countsOf(deviceIds: readonly string[]): Readonly<Record<Attachment['kind'], number>> {
      const counts = kindCounts.parse(ofUser.all(JSON.stringify(deviceIds)));
      const of = (kind: Attachment['kind']) => counts.find((row) => row.kind === kind)?.attachments ?? 0;
      return { photo: of('photo'), file: of('file') };
    },
    /** What of it is there. */
    arrived: (id: string) => arrivedRow.parse(arrived.get(id)),
    append: (id: string, number: number, bytes: Uint8Array): void => void append.run({ id, number, bytes }),
    piece(id: string, number: number): Uint8Array | null {
      const row = piece.get({ id, number });
      return row === undefined ? null : pieceRow.parse(row).bytes;
    },
    complete: (id: string, what: Pick<Attachment, 'kind' | 'mediaType'>): void => void complete.run({ id, ...what }),
    keep: (id: string, isKept: boolean): void => void keep.run({ id, isKept: isKept ? 1 : 0 }),
    remove: (id: string): void => void remove.run(id),
    /** Files may hold the name of the device's user where nobody can look. */
    removeFilesOf: (deviceId: string): number => removeFilesOf.run(deviceId).changes,
    /** What began to arrive before a moment, and never came whole. */
    removeUnfinished: (before: Date): void => void removeUnfinished.run({ before: before.toISOString() }),
    /** The files that came before a moment, and that nobody keeps. */
    filesBefore: (before: Date): readonly string[] =>
      identified.parse(oldFiles.all({ before: before.toISOString() })).map(({ id }) => id),
  };
}
