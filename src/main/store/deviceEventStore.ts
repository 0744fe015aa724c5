import { timelineEntry, type TimelineEntry } from '../../shared/devices/timeline.ts';
import { isTime } from './isTime.ts';
import type { Store } from './store.ts';
import { createPseudonyms } from './pseudonyms.ts';

export type NewDeviceEvent = Pick<TimelineEntry, 'subject' | 'sentence' | 'source'> & {
  readonly deviceId: string;
  readonly from?: string | null;
  readonly to?: string | null;
};

export type DeviceEventStore = ReturnType<typeof createDeviceEventStore>;

/**
 * The history of every device: what changed, when, and who says so. Rows are only ever added; people stand in them under their
 * pseudonyms. That a hash came in is told by the capture itself.
 */
export function createDeviceEventStore({ database, setAside }: Store, now: () => Date) {
  const names = createPseudonyms({ database });
  const hidden = (text: string | null): string | null => (text === null ? null : names.hidePeople(text));
  const shown = (text: string | null): string | null => (text === null ? null : names.show(text));
  const insert = database.prepare(`
    INSERT INTO device_event (device_id, at, subject, sentence, from_value, to_value, source)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const ofDevice = database.prepare(`
    SELECT id, at, subject, sentence, from_value AS "from", to_value AS "to", source
      FROM device_event WHERE device_id = ? ORDER BY id DESC`);
  // One without its time is named where captures are read.
  const capturesOf = database.prepare(`
    SELECT -rowid AS id, imported_at AS at, 'capture' AS subject,
           'The hardware hash came from ' || source || '.' AS sentence, NULL AS "from", NULL AS "to", 'file' AS source
      FROM hash_capture WHERE device_id = ? AND ${isTime('imported_at')} ORDER BY rowid`);
  return {
    add({ deviceId, subject, sentence, from = null, to = null, source }: NewDeviceEvent): void {
      insert.run(deviceId, now().toISOString(), subject, names.hidePeople(sentence), hidden(from), hidden(to), source);
    },
    /**
     * All of it, newest first. Events stay in the order in which they happened, whatever the clock did meanwhile; captures
     * are put among them by their time.
     */
    ofDevice(deviceId: string): TimelineEntry[] {
      const timeline = setAside.rows('device_event', timelineEntry, ofDevice.all(deviceId)).map((entry) => ({
        ...entry,
        sentence: names.show(entry.sentence),
        from: shown(entry.from),
        to: shown(entry.to),
      }));
      for (const capture of setAside.rows('hash_capture', timelineEntry, capturesOf.all(deviceId))) {
        const older = timeline.findIndex(({ at }) => at < capture.at);
        timeline.splice(older === -1 ? timeline.length : older, 0, capture);
      }
      return timeline;
    },
  };
}
