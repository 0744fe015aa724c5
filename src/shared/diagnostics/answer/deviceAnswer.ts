import { computerNameOf } from '../diagnosticFile.ts';
import type { Evidence } from '../evidence.ts';
import { fact, lower, textFact, type Fact } from './fact.ts';
import { places } from './places.ts';

/** Which device an archive is of. Null is what nothing tells. */
export interface DeviceAnswer {
  readonly manufacturer: Fact<string> | null;
  readonly model: Fact<string> | null;
  readonly serialNumber: Fact<string> | null;
  /** The serial number within the hash, where the row beside it has another one. */
  readonly otherSerialNumber: Fact<string> | null;
  readonly smbiosUuid: Fact<string> | null;
  readonly computerName: Fact<string> | null;
  readonly ztdId: Fact<string> | null;
  readonly entraDeviceId: Fact<string> | null;
  readonly osVersion: Fact<string> | null;
}

/** The device: its hash comes first, then its profile, then its registry. */
export function deviceAnswer({ hash, profile, report, registry }: Evidence): DeviceAnswer {
  const file = hash?.file ?? '';
  const inHash = hash?.value.hash ?? null;
  const ofHash = (value: string | null | undefined) => fact(value, file, 'the hardware hash');
  const ofRow = fact(hash?.value.serialNumber, file, 'Device Serial Number');
  const ofProfile = (value: string | null | undefined, name: string) => fact(value, profile?.file ?? '', name);
  return {
    manufacturer: ofHash(inHash?.manufacturer),
    model: ofHash(inHash?.model),
    serialNumber: ofRow ?? ofHash(inHash?.serialNumber),
    otherSerialNumber: hash?.value.isOtherSerial === true ? ofHash(inHash?.serialNumber) : null,
    smbiosUuid: ofHash(inHash?.smbiosUuid),
    computerName:
      fact(hash === null ? null : computerNameOf(hash.file), file, 'the name of the file') ??
      ofProfile(profile?.value.deviceName, 'CloudAssignedDeviceName'),
    ztdId:
      ofProfile(profile?.value.ztdId, 'ZtdRegistrationId') ??
      lower(textFact(registry.value(places.correlations, 'ZtdRegistrationId'))),
    entraDeviceId:
      ofProfile(profile?.value.entraDeviceId, 'AadDeviceId') ??
      lower(textFact(registry.value(places.correlations, 'AadDeviceId'))),
    osVersion: fact(report?.value.osVersion, report?.file ?? '', 'OSVersion') ?? ofHash(inHash?.osBuild),
  };
}
