import { blankDevice } from '../../../../shared/devices/blankDevice.ts';
import { meetDevice } from '../../../../shared/intake/meetDevice.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { meetingRow } from './meetingRow.ts';
import type { PreviewedRow } from './previewState.ts';

/** The state of a device when the next row of the import is compared with it. */
export type Standing = Omit<KnownDevice, 'ztdId' | 'purchaseOrder'>;

/** The devices of an import as the rows so far have left them: devices of the queue, and devices that a row brought. */
interface Standings {
  /** The device that a row is about; null for one that is new. */
  readonly metBy: (row: PreviewedRow) => Standing | null;
  readonly added: (row: PreviewedRow, deviceId: string) => void;
  readonly changed: (device: Standing) => void;
}

/** @param importedAt the time of captures that do not tell their own */
export function createStandings(orderNumber: string | null, importedAt: string): Standings {
  const ids = new Map<PreviewedRow, string>();
  /** The row that brought the device, where it is not the first of its rows: the person may have left that one out. */
  const broughtBy = new Map<PreviewedRow, PreviewedRow>();
  const changed = new Map<string, Standing>();

  /** Worked out only when another row is about the device: for most devices there is no other. */
  function broughtIn(row: PreviewedRow, id: string): Standing {
    const nothing = { ...blankDevice, serialNumber: null, newestCaptureAt: null, isTakenOff: false, id, orderNumber };
    return {
      ...nothing,
      ...meetDevice(
        nothing,
        meetingRow(row, orderNumber, importedAt, () => false),
      ).after,
    };
  }

  return {
    metBy(row) {
      if (row.known !== null) return changed.get(row.known.item.id) ?? row.known.item;
      const first = row.original ?? row;
      const id = ids.get(first);
      if (id === undefined) return null;
      return changed.get(id) ?? broughtIn(broughtBy.get(first) ?? first, id);
    },
    added(row, deviceId) {
      const first = row.original ?? row;
      ids.set(first, deviceId);
      if (first !== row) broughtBy.set(first, row);
    },
    changed: (device) => void changed.set(device.id, device),
  };
}
