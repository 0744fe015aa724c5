import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { collect, type Collected } from '../../graph/paging.ts';
import { findAutopilotDevices, listAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { Clock } from '../../ports.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';
import { ownRow } from '../tracking/ownRow.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';

/** Up to this many devices are searched for one by one: that costs fewer requests than reading the whole list. */
const MOST_SEARCHED = 3;
/** How long a list that was read may be relied on, in the tenant's time. What it misses, the import itself reports. */
const LIST_VALID_MS = 2 * 60_000;

/** Recognises devices that are registered in the tenant already, before they are sent. */
export function createPresence(
  clock: Pick<Clock, 'monotonicMs'>,
  store: Pick<DeviceStore, 'withSerialNumber' | 'withZtdId'>,
) {
  const lists = new Map<string, { readonly readMs: number; readonly list: Collected<AutopilotDeviceRow> }>();

  async function listOf(
    client: GraphClient,
    pace: (milliseconds: number) => number,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<Collected<AutopilotDeviceRow>> {
    const known = lists.get(tenantId);
    if (known !== undefined && clock.monotonicMs() - known.readMs < pace(LIST_VALID_MS)) return known.list;
    const list = await collect(listAutopilotDevices(client, signal));
    lists.set(tenantId, { readMs: clock.monotonicMs(), list });
    return list;
  }

  return {
    /** The registered ones by the device's id. */
    async find(
      client: GraphClient,
      pace: (milliseconds: number) => number,
      tenantId: string,
      devices: readonly DeviceRecord[],
      signal: AbortSignal,
    ): Promise<ReadonlyMap<string, AutopilotDeviceRow>> {
      const found = new Map<string, AutopilotDeviceRow>();
      const list = devices.length > MOST_SEARCHED ? await listOf(client, pace, tenantId, signal) : null;
      const bySerial = Map.groupBy(list?.rows ?? [], ({ serialNumber }) => foldSerial(serialNumber));
      for (const device of devices) {
        const candidates =
          list === null
            ? await findAutopilotDevices(client, device.serialNumber, signal)
            : { ...list, rows: bySerial.get(foldSerial(device.serialNumber)) ?? [] };
        const same = ownRow(store, device, candidates);
        if (same !== null) found.set(device.id, same);
      }
      return found;
    },
  };
}
