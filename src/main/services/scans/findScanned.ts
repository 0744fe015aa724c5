import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { Scan } from '../../../shared/scans/scan.ts';
import type { DeviceStore } from '../../store/deviceStore.ts';

/** The device that a code belongs to, and whether it may be worked on now. */
export type Found =
  | { readonly kind: 'device'; readonly device: DeviceRecord }
  /** A hard stop: the device is another customer's. */
  | { readonly kind: 'otherTenant'; readonly device: DeviceRecord }
  /** The serial number is known, but Autopilot calls the device by another ZTDID than the queue does. */
  | { readonly kind: 'otherZtdId'; readonly device: DeviceRecord }
  | { readonly kind: 'none' };

const LENOVO_SERIAL_CHARACTERS = 8;

/**
 * Looks a code up by ZTDID, else by serial number, else by product key ID; in all tenants, the active one first.
 * @param code the text of the code as it was meant, see `readCode`
 */
export function findScanned(scan: Scan, code: string, devices: DeviceStore, activeTenantId: string | null): Found {
  const candidates = candidatesFor(scan, code, devices);
  const device = candidates.find(({ tenantId }) => tenantId === activeTenantId) ?? candidates[0];
  if (device === undefined) return { kind: 'none' };
  if (activeTenantId !== null && device.tenantId !== activeTenantId) return { kind: 'otherTenant', device };
  const ztdId = scannedZtdId(scan, code);
  const isOther = ztdId !== null && device.ztdId !== null && ztdId !== device.ztdId;
  return { kind: isOther ? 'otherZtdId' : 'device', device };
}

/** The ZTDID that a code tells, in lower case: a GUID by itself is one. */
export function scannedZtdId(scan: Scan, code: string): string | null {
  return (scan.kind === 'guid' ? code.replace(/^\{|\}$/g, '') : scan.ztdId)?.toLowerCase() ?? null;
}

function candidatesFor(scan: Scan, code: string, devices: DeviceStore): readonly DeviceRecord[] {
  if (scan.kind === 'product-key-id') return devices.withProductKeyId(code);
  const ztdId = scannedZtdId(scan, code);
  const byZtdId = ztdId === null ? [] : devices.withZtdId(ztdId);
  if (byZtdId.length > 0 || scan.serialNumber === null) return byZtdId;
  const bySerialNumber = devices.withSerialNumber(scan.serialNumber);
  if (bySerialNumber.length > 0 || !scan.issues.some(({ code }) => code === 'scan.lenovo')) return bySerialNumber;
  return devices.withSerialNumber(scan.serialNumber.slice(-LENOVO_SERIAL_CHARACTERS));
}
