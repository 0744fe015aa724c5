import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { deviceOrder, type DeviceOrder } from '../../../shared/devices/deviceFilter.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { fieldsOf, headOf, lineOf } from '../../../shared/devices/queueTable.ts';
import type { QueueColumn } from '../../../shared/devices/queueColumn.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** How many devices are read before other work gets its turn. */
const DEVICES_AT_ONCE = 200;
const MARK = '\uFEFF';

interface ListExport extends DeviceOrder {
  readonly columns: readonly QueueColumn[];
  readonly format: 'csv' | 'json';
  readonly bom: boolean;
}

/** Everything that a list shows, on screen or not, as a file. A device that leaves the queue meanwhile is left out. */
export async function exportList(
  { deviceList: list, deviceViews: views, ports }: Pick<ServiceContext, 'deviceList' | 'deviceViews' | 'ports'>,
  { columns, format, bom, ...order }: ListExport,
): Promise<OutputOf<'exports.list'>> {
  const keys = list.keysInOrder(deviceOrder.parse(order));
  const parts: string[] = [];
  let devices = 0;
  for (let start = 0; start < keys.length; start += DEVICES_AT_ONCE) {
    await nextTurn();
    const some = views.ofAll(list.atKeys(keys.slice(start, start + DEVICES_AT_ONCE)));
    if (some.length === 0) continue;
    devices += some.length;
    parts.push(format === 'csv' ? csvOf(some.map((device) => lineOf(device, columns))) : jsonOf(some, columns));
  }
  const text =
    format === 'csv'
      ? [bom ? MARK : '', csvOf([headOf(columns)]), ...parts].join('')
      : `{"total":${devices},"devices":[${parts.join(',')}]}\n`;
  const day = ports.clock.now().toISOString().slice(0, 10);
  return {
    devices,
    file: {
      fileName: `devices-${day}.${format}`,
      mediaType: format === 'csv' ? 'text/csv' : 'application/json',
      base64: Buffer.from(text).toString('base64'),
    },
  };
}

const csvOf = (lines: readonly (readonly (string | null)[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    { record_delimiter: 'windows', escape_formulas: true },
  );

const jsonOf = (devices: readonly DeviceView[], columns: readonly QueueColumn[]): string =>
  devices.map((device) => JSON.stringify(fieldsOf(device, columns))).join(',');
