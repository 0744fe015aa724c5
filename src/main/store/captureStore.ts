import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Capture } from '../../shared/devices/capture.ts';
import { captureTimeOf } from '../../shared/hashes/captureTime.ts';
import { decodeHardwareHash } from '../../shared/hashes/decodeHardwareHash.ts';
import type { HardwareHashFields } from '../../shared/hashes/readFields.ts';
import { readHashText } from '../../shared/hashes/readHashText.ts';
import { hashFacts } from '../../shared/intake/hashFacts.ts';
import { isTime } from './isTime.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

/** A hash that was read from a device, without its zero fill, and when and from where it came. */
export interface NewCapture {
  readonly deviceId: string;
  /** Payload and checksum. A secret. */
  readonly hashBytes: Uint8Array;
  readonly collectedAt: string | null;
  readonly osBuild: string | null;
  /** The file, for a person. */
  readonly source: string;
  readonly batchId: string;
  readonly importedAt: string;
}

export type CaptureStore = ReturnType<typeof createCaptureStore>;

/** What a nominal hash decodes to; shorter payloads are filled with zeros. */
const NOMINAL_BYTES = 3_000;

const hashRow = z.object({ hashBytes: z.instanceof(Uint8Array), takenAt: z.iso.datetime() });
const buildRow = z.object({ osBuild: z.string().nullable() });
const captureRow = hashRow.extend({
  id: z.number(),
  collectedAt: z.iso.datetime().nullable(),
  osBuild: z.string().nullable(),
  source: z.string(),
  importedAt: z.iso.datetime(),
});

/**
 * Beside the files of unfinished imports the only place that keeps hardware hashes. Every capture of a device stays, since the text of a hash changes each time
 * it is taken. Kept as bytes without the zero fill, a third of the text; the canonical text is made again on the way out.
 */
export function createCaptureStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>) {
  const insert = database.prepare(`
    INSERT INTO hash_capture (device_id, hardware_hash, collected_at, taken_at, os_build, source, batch_id, imported_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  // That a hash was captured ticks a step. Not by a trigger: see `deviceCounts.ts`.
  const forgetCompletion = database.prepare(
    'UPDATE checklist SET is_complete = NULL WHERE is_complete IS NOT NULL AND device_id = ?',
  );
  const ofDevice = database.prepare(`
    SELECT id, hardware_hash AS hashBytes, collected_at AS collectedAt, os_build AS osBuild, source,
           taken_at AS takenAt, imported_at AS importedAt
      FROM hash_capture WHERE device_id = ? ORDER BY taken_at DESC, id DESC`);
  // One without its time first: it may be the newest.
  const latest = database.prepare(`
    SELECT id, device_id AS deviceId, hardware_hash AS hashBytes, taken_at AS takenAt FROM hash_capture
     WHERE device_id = ? ORDER BY ${isTime('taken_at')}, taken_at DESC, id DESC LIMIT 1`);
  const latestBuild = database.prepare(`
    SELECT os_build AS osBuild FROM hash_capture
     WHERE device_id = ? AND os_build IS NOT NULL ORDER BY taken_at DESC, id DESC LIMIT 1`);
  const one = database.prepare(
    'SELECT id, hardware_hash AS hashBytes, taken_at AS takenAt FROM hash_capture WHERE id = ?',
  );
  const same = database.prepare('SELECT 1 FROM hash_capture WHERE device_id = ? AND hardware_hash = ? LIMIT 1');

  return {
    add(capture: NewCapture): void {
      const { deviceId, hashBytes, collectedAt, osBuild, source, batchId, importedAt } = capture;
      const takenAt = captureTimeOf(collectedAt, importedAt);
      insert.run(deviceId, hashBytes, collectedAt, takenAt, osBuild, source, batchId, importedAt);
      forgetCompletion.run(deviceId);
    },
    /** Newest first by the time of the capture, with what each tells a person; never the hash. */
    ofDevice: (deviceId: string): Capture[] =>
      setAside.rows('hash_capture', captureRow, ofDevice.all(deviceId)).map((row) => {
        const { id, hashBytes, collectedAt, osBuild, source, importedAt } = row;
        const text = canonicalText(hashBytes);
        const { fields, inventory } = decodeHardwareHash(text, sha256);
        // It was whole when it was taken in: what is damaged now, the disk has damaged.
        const isDamaged = readHashText(text, sha256).problem !== null;
        return { id, collectedAt, osBuild, source, importedAt, facts: hashFacts(fields, { isDamaged, inventory }) };
      }),
    /** The Windows build of the newest capture that tells one, such as `10.0.22631.1`. */
    latestBuild: (deviceId: string): string | null =>
      buildRow.parse(latestBuild.get(deviceId) ?? { osBuild: null }).osBuild,
    /**
     * The hash of a device that was captured last, as Microsoft takes it, or null where there is none; the file that came
     * last may hold an older one. A secret: send it, never show it.
     * @throws AppError `damaged` where it cannot be told which one that is
     */
    hardwareHashOf: (deviceId: string): string | null => hashOrNull(latest.get(deviceId)),
    /** The hash of one capture by its id, or null where there is none. A secret: read it, never show it. */
    hardwareHashAt: (captureId: number): string | null => hashOrNull(one.get(captureId)),
    /** What the capture that was taken last tells of the device; null where there is none, or it cannot be told which one that is. */
    newestFieldsOf(deviceId: string): HardwareHashFields | null {
      const row = setAside.row('hash_capture', hashRow, latest.get(deviceId));
      return row === null ? null : decodeHardwareHash(canonicalText(row.hashBytes), sha256).fields;
    },
    /** Whether this very capture is kept already. */
    has: (deviceId: string, hashBytes: Uint8Array): boolean => same.get(deviceId, hashBytes) !== undefined,
  };
}

const hashOrNull = (row: unknown): string | null =>
  row === undefined ? null : canonicalText(readRow('hash_capture', hashRow, row).hashBytes);

function canonicalText(hashBytes: Uint8Array): string {
  const bytes = Buffer.alloc(Math.max(NOMINAL_BYTES, hashBytes.length));
  bytes.set(hashBytes);
  return bytes.toString('base64');
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
