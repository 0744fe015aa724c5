import { blankDevice } from '../../../../shared/devices/blankDevice.ts';
import { meetDevice } from '../../../../shared/intake/meetDevice.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import { meetingRow } from './meetingRow.ts';
import type { PreviewedRow } from './previewState.ts';

/** A device as the next row meets it. */
export type Standing = Omit<KnownDevice, 'ztdId' | 'purchaseOrder'>;

/** The devices of an import as they are after the rows so far, whether the queue had them or a row brought them. */
interface Standings {
  /** The device that a row is about; null for one that is new. */
  readonly metBy: (row: PreviewedRow) => Standing | null;
  readonly added: (row: PreviewedRow, deviceId: string) => void;
  readonly changed: (device: Standing) => void;
}

/** @param importedAt the time of captures that do not tell their own */
export function createStandings(orderNumber: string | null, importedAt: string): Standings {
  const ids = new Map<PreviewedRow, string>();
  /** Where it was not the first of the rows that are one device: the person may have left that one out. */
  const broughtBy = new Map<PreviewedRow, PreviewedRow>();
  const changed = new Map<string, Standing>();

  /** Worked out when another row meets it: most devices are met by one row only. */
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
