import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { lenovoSerialOf } from '../../../shared/scans/lenovoSerialOf.ts';
import { otherReadingsOf } from '../../../shared/scans/otherReadings.ts';
import type { ReadCode } from '../../../shared/scans/readScan.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';

/** The device that a code belongs to, and whether it may be worked on now. */
export type Found =
  | { readonly kind: 'device'; readonly device: DeviceRecord }
  /** A hard stop: the device is another customer's. */
  | { readonly kind: 'otherTenant'; readonly device: DeviceRecord }
  /** The serial number is known, but Autopilot calls the device by another ZTDID than the queue does. */
  | { readonly kind: 'otherZtdId'; readonly device: DeviceRecord }
  /** Several devices are called so: only a person sees which one it is. */
  | { readonly kind: 'several'; readonly devices: readonly DeviceRecord[] }
  /** None is called so, but these nearly are: a person has to compare. */
  | { readonly kind: 'similar'; readonly devices: readonly DeviceRecord[] }
  | { readonly kind: 'none' };

/** Shorter, and a missing first character would make many serial numbers alike. */
const SHORTEST_SIMILAR = 5;

type Devices = Pick<DeviceStore, 'named' | 'withSimilarSerialNumber'>;

/**
 * Looks a code up by ZTDID, else by what it names a device by, in all tenants. Two devices that may be meant are never one.
 * @param rivals other readings of the same scan, which may be meant as well
 * @param chosenId which of several a person has said it is
 */
export function findScanned(
  read: ReadCode,
  devices: Devices,
  activeTenantId: string | null,
  { rivals = [], chosenId = null }: { readonly rivals?: readonly ReadCode[]; readonly chosenId?: string | null } = {},
): Found {
  const named = distinct([read, ...rivals].flatMap((reading) => namedBy(reading, devices)));
  const isNamed = named.length > 0;
  const candidates = isNamed ? named : similarTo(read, devices);
  const chosen = candidates.find(({ id }) => id === chosenId);
  const device = chosen ?? (isNamed && candidates.length === 1 ? candidates[0] : undefined);
  if (device === undefined) {
    if (candidates.length === 0) return { kind: 'none' };
    return { kind: isNamed ? 'several' : 'similar', devices: candidates };
  }
  if (activeTenantId !== null && device.tenantId !== activeTenantId) return { kind: 'otherTenant', device };
  const ztdId = scannedZtdId(read);
  const isOther = ztdId !== null && device.ztdId !== null && ztdId !== device.ztdId;
  return { kind: isOther ? 'otherZtdId' : 'device', device };
}

/** The ZTDID that a code tells, in lower case: a GUID by itself is one. */
export function scannedZtdId({ scan, code }: Pick<ReadCode, 'scan' | 'code'>): string | null {
  return (scan.kind === 'guid' ? code.replace(/^\{|\}$/g, '') : scan.ztdId)?.toLowerCase() ?? null;
}

function namedBy({ scan, code, raw }: ReadCode, devices: Devices): readonly DeviceRecord[] {
  const ztdId = scannedZtdId({ scan, code });
  const byZtdId = ztdId === null ? [] : devices.named(ztdId);
  if (byZtdId.length > 0) return byZtdId;
  // What the queue holds exactly as it was scanned may be meant, whatever else the text looks like.
  const names = new Set([scan.serialNumber, code, raw.trim()].filter((name) => name !== null));
  const named = distinct([...names].flatMap((name) => devices.named(name)));
  const lenovo = scan.serialNumber === null ? null : lenovoSerialOf(scan.serialNumber);
  return named.length > 0 || lenovo === null ? named : devices.named(lenovo);
}

function similarTo({ scan }: ReadCode, devices: Devices): readonly DeviceRecord[] {
  // The firmware's own serial number in an Autopilot code has nothing added or dropped.
  if (scan.kind !== 'serial' || scan.serialNumber === null || scan.serialNumber.length < SHORTEST_SIMILAR) return [];
  return devices.withSimilarSerialNumber(scan.serialNumber, otherReadingsOf(scan.serialNumber));
}

function distinct(devices: readonly DeviceRecord[]): readonly DeviceRecord[] {
  return [...new Map(devices.map((device) => [device.id, device])).values()];
}
