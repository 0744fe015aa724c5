import type { DeviceChange } from '../../../store/deviceStore.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import type { PreviewedRow } from './previewState.ts';

/**
 * What a row changes in a device that the queue knows. Facts of the device come from the newest capture. What a person
 * wants for it (tag, user, name) only as long as Microsoft does not hold it: after that a change has to be sent.
 */
export function changeOf(device: KnownDevice, row: PreviewedRow, orderNumber: string | null): DeviceChange {
  const { values } = row.checked;
  const wanted = {
    manufacturer: values.manufacturer,
    model: values.model,
    productKeyId: values.productKeyId,
    ...hashFactsOf(row),
    orderNumber,
    ...(isWithMicrosoft(device)
      ? {}
      : { groupTag: values.groupTag, assignedUser: values.assignedUser, deviceName: values.deviceName }),
  };
  const known: Readonly<Record<string, unknown>> = { ...device };
  const changes = Object.entries(wanted).filter(([field, value]) => value !== null && known[field] !== value);
  return Object.fromEntries(changes);
}

export function isNothing(change: DeviceChange): boolean {
  return Object.keys(change).length === 0;
}

/** What of a device only its hash tells. */
export function hashFactsOf({ hash }: PreviewedRow) {
  if (hash === null || hash.state === 'invalid') return {};
  const { smbiosUuid, tpmEndorsementKeySha256, tpmVersion } = hash.fields;
  const isVirtualMachine = hash.issues.some(({ code }) => code === 'hash.virtual-machine');
  return { smbiosUuid, tpmEndorsementKeySha256, tpmVersion, isVirtualMachine };
}

function isWithMicrosoft({ registration }: KnownDevice): boolean {
  return registration !== 'none' && registration !== 'failed';
}
