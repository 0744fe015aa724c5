import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { leftReasonOf, type BulkStep, type LeftReason } from '../../../shared/bench/bulkStep.ts';
import type { BenchHandlers } from '../../../shared/api/contract/bench.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { ServiceContext } from '../serviceContext.ts';

type ForMany = Pick<BenchHandlers, 'bench.lookAhead' | 'bench.recordMany' | 'bench.undoMany' | 'bench.deliveryNote'>;
type ForOne = Pick<BenchHandlers, 'bench.record' | 'bench.undo'>;

/** After so many devices everything else has its turn. */
const PER_TURN = 20;

/**
 * One step at the bench for many devices: each is checked and recorded as by itself, in a transaction of its own, so that one that
 * cannot be keeps no other back.
 */
export function createForMany({ devices }: Pick<ServiceContext, 'devices'>, one: ForOne): ForMany {
  const known = (deviceIds: readonly string[]): readonly DeviceRecord[] =>
    deviceIds.flatMap((id) => devices.get(id) ?? []);

  /** Does it for each device; those that are refused come back with the sentence. */
  async function each(deviceIds: readonly string[], work: (deviceId: string) => unknown) {
    const refused: { serialNumber: string; reason: string }[] = [];
    const done: string[] = [];
    for (const [index, device] of known(deviceIds).entries()) {
      if (index % PER_TURN === PER_TURN - 1) await setImmediate();
      try {
        await work(device.id);
        done.push(device.id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push({ serialNumber: deviceTitle(device), reason: error.message });
      }
    }
    return { done, refused };
  }

  return {
    'bench.lookAhead': ({ deviceIds, step }) => lookAhead(known(deviceIds), step),
    async 'bench.recordMany'({ deviceIds, step }) {
      const { left, able } = sorted(known(deviceIds), step);
      const { done, refused } = await each(able, (deviceId) =>
        one['bench.record']({ deviceId, step, again: false, acceptsLoss: false, startUnknown: false }),
      );
      return { deviceIds: done, left, refused };
    },
    async 'bench.undoMany'({ deviceIds }) {
      const { done, refused } = await each(deviceIds, (deviceId) => one['bench.undo']({ deviceId }));
      return { takenBack: done.length, refused };
    },
    'bench.deliveryNote': ({ deviceIds }) => deliveryNote(known(deviceIds)),
  };
}

function sorted(devices: readonly DeviceRecord[], step: BulkStep) {
  const reasons = devices.map((device) => ({ device, reason: leftReasonOf(step, device) }));
  const byReason = Map.groupBy(
    reasons.flatMap(({ reason }) => reason ?? []),
    (reason) => reason,
  );
  const left: { reason: LeftReason; devices: number }[] = [...byReason].map(([reason, { length }]) => ({
    reason,
    devices: length,
  }));
  return { left, able: reasons.flatMap(({ device, reason }) => (reason === null ? [device.id] : [])) };
}

function lookAhead(devices: readonly DeviceRecord[], step: BulkStep) {
  const { left, able } = sorted(devices, step);
  return { able: able.length, left };
}

/** What was shipped, as a list that goes with the pallet. */
function deliveryNote(devices: readonly DeviceRecord[]) {
  const shipped = devices.filter(({ shippedAt }) => shippedAt !== null);
  const rows = shipped.map((device) => [
    device.serialNumber ?? deviceTitle(device),
    device.manufacturer ?? '',
    device.model ?? '',
    device.deviceName ?? '',
    device.groupTag ?? '',
    device.assignedUser ?? '',
    device.orderNumber ?? '',
    device.purchaseOrder ?? device.purchaseOrderInFile ?? '',
    device.shippedAt ?? '',
  ]);
  const head = [
    'Serial number',
    'Maker',
    'Model',
    'Device name',
    'Group tag',
    'Assigned user',
    'Order',
    'Purchase order',
    'Shipped',
  ];
  const csv = stringify([head, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
  return {
    devices: shipped.length,
    file: { fileName: 'Shipped.csv', mediaType: 'text/csv', base64: Buffer.from(csv).toString('base64') },
  };
}
