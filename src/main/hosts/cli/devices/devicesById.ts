import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { Run } from '../program/runCommand.ts';

const DEVICES_AT_ONCE = 5_000;

/** These devices of a tenant as they stand now, in the order given. */
export async function devicesById(
  run: Pick<Run, 'call'>,
  tenantId: string,
  ids: readonly string[],
): Promise<DeviceView[]> {
  const found = new Map<string, DeviceView>();
  for (let offset = 0; ; offset += DEVICES_AT_ONCE) {
    const page = await run.call('devices.list', { tenantId, offset, limit: DEVICES_AT_ONCE, sort: 'created' });
    for (const device of page.devices) found.set(device.id, device);
    if (offset + DEVICES_AT_ONCE >= page.matching) break;
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
