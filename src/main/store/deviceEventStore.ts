import { z } from 'zod';
import { timelineEntry, type TimelineEntry } from '../../shared/api/contract/devices.ts';
import type { Store } from './openStore.ts';

export type NewDeviceEvent = Pick<TimelineEntry, 'subject' | 'sentence' | 'source'> & {
  readonly deviceId: string;
  readonly from?: string | null;
  readonly to?: string | null;
};

export type DeviceEventStore = ReturnType<typeof createDeviceEventStore>;

/**
 * The history of every device: what changed, when, and who says so. Rows are only ever added. That a hash came in is told by
 * the capture itself.
 */
export function createDeviceEventStore({ database }: Store, now: () => Date) {
  const insert = database.prepare(`
    INSERT INTO device_event (device_id, at, subject, sentence, from_value, to_value, source)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const ofDevice = database.prepare(`
    SELECT id, at, subject, sentence, from_value AS "from", to_value AS "to", source
      FROM device_event WHERE device_id = @deviceId
    UNION ALL
    SELECT -rowid, imported_at, 'capture', 'The hardware hash came from ' || source || '.', NULL, NULL, 'file'
      FROM hash_capture WHERE device_id = @deviceId
     ORDER BY at DESC, id DESC LIMIT 500`);
  return {
    add({ deviceId, subject, sentence, from = null, to = null, source }: NewDeviceEvent): void {
      insert.run(deviceId, now().toISOString(), subject, sentence, from, to, source);
    },
    /** Newest first, at most 500. */
    ofDevice: (deviceId: string): TimelineEntry[] => z.array(timelineEntry).parse(ofDevice.all({ deviceId })),
  };
}
