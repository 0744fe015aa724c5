import { z } from 'zod';
import { deviceFields } from '../../shared/devices/device.ts';
import { schemasFor } from '../../shared/devices/deviceField.ts';
import { metFields } from '../../shared/intake/meetDevice.ts';
import { deviceReader } from './deviceRow.ts';
import { unreadable } from './setAside.ts';
import type { Store } from './store.ts';

const knownDevice = metFields.extend({
  id: deviceFields.id.schema,
  ztdId: deviceFields.ztdId.schema,
  purchaseOrder: deviceFields.purchaseOrder.schema,
  newestCaptureAt: z.string().nullable(),
  /** Not in the queue any more; all that is known of it is still there. */
  isTakenOff: z.boolean(),
});
const known = deviceReader(knownDevice);

/** What is needed of a device of the queue to recognise it in a file, and to see what a row changes. */
export type KnownDevice = Readonly<z.infer<typeof knownDevice>>;

const identity = z.object(schemasFor(deviceFields, 'identity'));

/** What a device can be recognised by. */
export interface NamedDevice extends Readonly<z.infer<typeof identity>> {
  /** Null while it is in the queue. */
  readonly takenOffAt: string | null;
}

export type KnownDeviceStore = ReturnType<typeof createKnownDeviceStore>;

/** Walks through the identities of all devices as they arrived; a file of thousands of rows is compared with all of them at once. */
export function createKnownDeviceStore({ database }: Store) {
  // Not indexed: every device is looked at, and by way of an index each would be fetched from another page.
  const all = database.prepare<[], Readonly<Record<string, unknown>>>(
    `SELECT ${deviceReader(identity).columns}, removed_at AS takenOffAt FROM device NOT INDEXED ORDER BY rowid`,
  );
  const one = database.prepare(`SELECT ${known.columns} FROM device WHERE id = ?`);
  return {
    /**
     * Every device of every tenant, also those taken off the queue.
     * @throws AppError `damaged` where one cannot be read: left out, it would be taken for new and come into the queue again
     */
    *all(): Generator<NamedDevice> {
      for (const row of all.iterate()) {
        if (!isNamedDevice(row)) throw unreadable('device', row, null);
        yield row;
      }
    },
    get: (id: string): KnownDevice => known.read(one.get(id)),
  };
}

/**
 * Whether a row, which has the names of its statement, holds texts only. By hand and not by a schema: a queue of 100,000
 * devices is walked through at every import.
 */
function isNamedDevice(row: Readonly<Record<string, unknown>>): row is NamedDevice & typeof row {
  for (const name in row) if (typeof row[name] !== 'string' && row[name] !== null) return false;
  return true;
}
