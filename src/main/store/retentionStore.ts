import { z } from 'zod';
import { isTime } from './isTime.ts';
import type { Store } from './store.ts';

const identified = z.array(z.object({ id: z.string() }));
const counted = z.number();

const withOldUser = `user_flow_done_at < @before AND ${isTime('user_flow_done_at')} AND user_erased_at IS NULL
  AND (assigned_user IS NOT NULL OR assigned_user_name IS NOT NULL OR held_user IS NOT NULL OR held_user_name IS NOT NULL)`;
const withOldHash = `shipped_at < @before AND ${isTime('shipped_at')} AND EXISTS (SELECT 1 FROM hash_capture WHERE hash_capture.device_id = device.id)`;

/** What is old enough to be removed by its age; what has no age that can be read stays. */
export function createRetentionStore({ database }: Pick<Store, 'database'>) {
  const oldUsers = database.prepare(`SELECT id FROM device WHERE ${withOldUser}`);
  const oldHashes = database.prepare(`SELECT id FROM device WHERE ${withOldHash}`);
  const hashesOf = database
    .prepare(`SELECT count(*) FROM hash_capture JOIN device ON device.id = device_id WHERE ${withOldHash}`)
    .pluck();
  const removeHashes = database.prepare('DELETE FROM hash_capture WHERE device_id = ?');
  const oldLines = database.prepare(`SELECT count(*) FROM device_event WHERE at < @before AND ${isTime('at')}`).pluck();
  const removeLines = database.prepare(`DELETE FROM device_event WHERE at < @before AND ${isTime('at')}`);
  const oldNotes = database.prepare(`SELECT count(*) FROM shift_note WHERE at < @before AND ${isTime('at')}`).pluck();
  const removeNotes = database.prepare(`DELETE FROM shift_note WHERE at < @before AND ${isTime('at')}`);
  const rowsTo = database.prepare('SELECT count(*) FROM audit_event WHERE id <= ?').pluck();
  const idsOf = (rows: readonly unknown[]): readonly string[] => identified.parse(rows).map(({ id }) => id);
  const until = (at: Date) => ({ before: at.toISOString() });

  return {
    /** The devices whose user flow ended before a moment, and that still know their users. */
    withOldUsers: (before: Date): readonly string[] => idsOf(oldUsers.all(until(before))),
    /** The devices that were shipped before a moment, and whose hashes are still there. */
    withOldHashes: (before: Date): readonly string[] => idsOf(oldHashes.all(until(before))),
    countHashes: (before: Date): number => counted.parse(hashesOf.get(until(before))),
    removeHashes: (deviceId: string): void => void removeHashes.run(deviceId),
    countHistory: (before: Date): number => counted.parse(oldLines.get(until(before))),
    removeHistory: (before: Date): void => void removeLines.run(until(before)),
    countNotes: (before: Date): number => counted.parse(oldNotes.get(until(before))),
    removeNotes: (before: Date): void => void removeNotes.run(until(before)),
    countAuditTo: (id: number): number => counted.parse(rowsTo.get(id)),
  };
}
