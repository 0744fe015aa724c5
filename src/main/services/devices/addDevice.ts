import type { AdditionAnswer, AdditionPurpose, TypedDevice } from '../../../shared/devices/addition.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { identityEvidenceOf, weighIdentity, type Evidence } from '../../../shared/devices/weighIdentity.ts';
import { checkRow, statusOf } from '../../../shared/intake/checkRow.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { NewDevice } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** Adds a device that a person typed or scanned, by the rules of an import, unless it is known already. */
export function addDevice(
  context: ServiceContext,
  { tenantId, purpose, acceptsDoubts, ...typed }: TypedDevice,
): AdditionAnswer {
  const { audit, deviceViews: views, devices, history, listedDevices, publish, store, tenants } = context;
  if (tenants.get(tenantId) === null) throw new AppError('not-found', 'There is no such tenant.');
  // Partner Center’s rows name a device without a hash by the same values.
  const { values, issues } = checkRow({ line: 1, text: typed, issues: [] }, null, 'partner-center');
  const status = statusOf(issues);
  // Without a hash nothing else tells the device from the many that share a placeholder.
  const mayBeAccepted = status === 'suspect' && !issues.some(({ code }) => code === 'serialNumber.placeholder');
  if (status === 'rejected' || (status === 'suspect' && !(mayBeAccepted && acceptsDoubts))) {
    const told = issues.filter(({ severity }) => severity !== 'info').map(tellIssue);
    return { outcome: 'refused', issues: told, mayBeAccepted };
  }
  const { purchaseOrder: purchaseOrderInFile, ...named } = values;
  const { serialNumber } = named;
  const identity = identityEvidenceOf({ ...named, smbiosUuid: null, tpmEndorsementKeySha256: null });
  const known = knownAs(context, tenantId, named, identity);
  if (known !== null) return { outcome: 'inQueue', device: views.get(known.id) };
  const listed = (serialNumber === null ? [] : listedDevices.withSerialNumber(tenantId, serialNumber)).find((one) =>
    mayBeOne(identity, identityEvidenceOf({ ...one, smbiosUuid: null, tpmEndorsementKeySha256: null })),
  );
  if (listed !== undefined) {
    return { outcome: 'inTenant', ztdId: listed.ztdId, serialNumber: listed.serialNumber ?? listed.ztdId };
  }
  const id = store.write(() => {
    const device = devices.add({
      tenantId,
      ...named,
      purchaseOrderInFile,
      ...(purpose === undefined ? {} : wayOf[purpose]),
    });
    history.add({
      deviceId: device.id,
      subject: 'queue',
      sentence: 'The device was added by hand.',
      source: context.who(),
    });
    const sentence = `Added ${deviceTitle(device)} by hand.`;
    audit.add({ who: context.who(), action: 'devices.add', sentence, devices: [device.id] });
    return device.id;
  });
  publish('devices.changed');
  return { outcome: 'added', device: views.get(id) };
}

const wayOf: Readonly<Record<AdditionPurpose, Partial<NewDevice>>> = {
  hash: { registrationWay: 'hash' },
  partner: { registrationWay: 'partner' },
  identifier: { chosenScenario: 'devicePreparation' },
};

/** The device of the tenant's queue that it is, or may be. */
function knownAs(
  { captures, devices }: Pick<ServiceContext, 'captures' | 'devices'>,
  tenantId: string,
  { serialNumber, productKeyId }: Pick<DeviceRecord, 'serialNumber' | 'productKeyId'>,
  identity: Evidence,
): DeviceRecord | null {
  const alike = [
    ...(serialNumber === null ? [] : devices.withSerialNumber(serialNumber, tenantId)),
    ...(productKeyId === null ? [] : devices.withProductKeyId(productKeyId)),
  ].filter((device) => device.tenantId === tenantId);
  return (
    alike.find((device) => mayBeOne(identity, identityEvidenceOf(device, captures.newestFieldsOf(device.id)))) ?? null
  );
}

function mayBeOne(one: Evidence, other: Evidence): boolean {
  const { kind } = weighIdentity(one, other);
  return kind === 'same' || kind === 'changedPart' || kind === 'cannotBeTold';
}
