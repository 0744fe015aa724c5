import { z } from 'zod';
import { membership, type Membership } from '../../shared/groups/membership.ts';
import type { Store } from './store.ts';

const kept = z
  .string()
  .transform((document): unknown => JSON.parse(document))
  .pipe(membership);

/** Of a device in a select: the ids of its groups as JSON; null where nobody had them read. */
export const GROUP_IDS = `CASE WHEN device.membership IS NOT NULL THEN
    (SELECT json_group_array(member.value ->> 'id') FROM json_each(device.membership, '$.groups') AS member) END`;
export const groupIds = z
  .string()
  .transform((document): unknown => JSON.parse(document))
  .pipe(z.array(z.string()))
  .nullable();

/** The groups of devices in Entra, as a person had them read. They stand with the device, and not in lists of devices. */
export function createMembershipStore({ database }: Store) {
  const get = database.prepare('SELECT membership FROM device WHERE id = ? AND membership IS NOT NULL').pluck();
  const put = database.prepare('UPDATE device SET membership = @document WHERE id = @deviceId');
  return {
    /** Null where nobody had them read, or they prove nothing any more. */
    ofDevice(deviceId: string): Membership | null {
      const document = get.get(deviceId);
      return document === undefined ? null : kept.parse(document);
    },
    keep: (deviceId: string, read: Membership): void => void put.run({ deviceId, document: JSON.stringify(read) }),
    forget: (deviceId: string): void => void put.run({ deviceId, document: null }),
  };
}
