import type { ListedDevice } from '../../../shared/devices/adoption.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { identityEvidenceOf, weighIdentity } from '../../../shared/devices/weighIdentity.ts';
import { oneDeviceOf } from '../../../shared/intake/rowIdentity.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { mayBeNewlyRegistered } from '../tracking/ownRow.ts';

/** How a registered device stands to the devices that the queue knows. */
export type Match =
  | { readonly kind: 'none' }
  /** It is this one, which may have been taken off the queue. */
  | { readonly kind: 'same'; readonly device: DeviceRecord; readonly isTakenOff: boolean }
  /** It may be one of the queue, or not: a person has to tell. */
  | { readonly kind: 'cannotBeTold' };

type Named = Omit<ListedDevice, 'groupTag' | 'purchaseOrder'>;

/**
 * Which device of a tenant's queue, as yet without this registration, a registered device is. One that was taken off the
 * queue is it only where none in the queue is.
 * @param alike other registered devices of its serial number that the queue does not have
 */
export function matchInQueue(
  { captures, devices }: Pick<ServiceContext, 'captures' | 'devices'>,
  tenantId: string,
  listed: Named,
  alike: readonly Named[],
): Match {
  const weigh = (one: Named, device: DeviceRecord) =>
    weighIdentity(evidenceOf(one), identityEvidenceOf(device, captures.newestFieldsOf(device.id)));
  const isSame = (one: Named, device: DeviceRecord): boolean => oneDeviceOf(weigh(one, device)) !== null;

  const { serialNumber, productKeyId } = listed;
  const inQueue = [
    ...(serialNumber === null ? [] : devices.withSerialNumber(serialNumber.trim(), tenantId)),
    ...(productKeyId === null ? [] : devices.withProductKeyId(productKeyId)),
  ].filter((device) => device.tenantId === tenantId && mayBeNewlyRegistered(device));
  const candidates = [...new Map(inQueue.map((device) => [device.id, device])).values()];
  const same = candidates.filter((device) => isSame(listed, device));
  const [device, rival] = same;
  if (device !== undefined) {
    const isOnlyOne = rival === undefined && !alike.some((other) => isSame(other, device));
    return isOnlyOne ? { kind: 'same', device, isTakenOff: false } : { kind: 'cannotBeTold' };
  }
  if (candidates.some((candidate) => weigh(listed, candidate).kind === 'cannotBeTold')) return { kind: 'cannotBeTold' };
  const [known] = devices.takenOff(tenantId, listed.ztdId);
  return known === undefined ? { kind: 'none' } : { kind: 'same', device: known, isTakenOff: true };
}

const evidenceOf = (listed: Named) =>
  identityEvidenceOf({ ...listed, smbiosUuid: null, tpmEndorsementKeySha256: null });
