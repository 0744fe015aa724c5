import { z } from 'zod';
import { membership, type Membership } from '../../shared/groups/membership.ts';
import type { Store } from './store.ts';
import { jsonOrNull, storedJson } from './storedJson.ts';

const kept = z.object({ membership: storedJson(membership) });

/** Of a device in a select: the ids of its groups as JSON; null where nobody had them read, or they cannot be read. */
export const GROUP_IDS = jsonOrNull(
  'device.membership',
  `(SELECT json_group_array(CASE member.type WHEN 'object' THEN member.value ->> 'id' END)
      FROM json_each(device.membership, '$.groups') AS member)`,
);
export const groupIds = storedJson(z.array(z.string()))
  .nullable()
  // Not known, as where nobody had them read; the row is named where its groups themselves are read.
  .catch(null);

/** The groups of devices in Entra, as a person had them read. They stand with the device, and not in lists of devices. */
export function createMembershipStore({ database, setAside }: Store) {
  const get = database.prepare(
    'SELECT id, serial_number AS serialNumber, membership FROM device WHERE id = ? AND membership IS NOT NULL',
  );
  const put = database.prepare('UPDATE device SET membership = @document WHERE id = @deviceId');
  return {
    /** Null where nobody had them read, they prove nothing any more, or they cannot be read. */
    ofDevice: (deviceId: string): Membership | null =>
      setAside.row('device', kept, get.get(deviceId))?.membership ?? null,
    keep: (deviceId: string, read: Membership): void => void put.run({ deviceId, document: JSON.stringify(read) }),
    forget: (deviceId: string): void => void put.run({ deviceId, document: null }),
  };
}
