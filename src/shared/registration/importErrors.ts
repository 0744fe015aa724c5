/** Why Microsoft did not register a device, and what can be done about it. */
export interface ImportError {
  readonly code: number | null;
  /** Microsoft's name of it, as it came. */
  readonly name: string | null;
  /** What happened, and what to do, as one sentence each. */
  readonly message: string;
  /** What the program does next by itself. */
  readonly next: 'lookForDevice' | 'tryLater' | 'nothing';
}

interface Known {
  readonly code: number | null;
  readonly names: readonly string[];
  readonly message: string;
  readonly next?: ImportError['next'];
}

/** The event log gives 809 and 815 the same name. */
const NO_ASSIGNED_PROFILE = 'ZtdDeviceHasNoAssignedProfile';

/**
 * What the Device Directory Service answers. Sources: "Manually register devices with Windows Autopilot", import errors
 * (Microsoft Learn); "Windows Autopilot troubleshooting FAQ", event IDs 807, 809, 815 and 908 (Microsoft Learn); the code
 * table of oofhours.com, 7 July 2019; Microsoft's draft page on registering for partners.
 */
const known: readonly Known[] = [
  {
    code: 801,
    names: ['InvalidZtdRequestBody'],
    message: 'Microsoft could not read the request. Try again; if it stays, tell whoever looks after Reseal.',
  },
  {
    code: 802,
    names: ['InvalidZtdHardwareHash'],
    message:
      'Microsoft refuses the hardware hash: it is damaged or cut, or holds no manufacturer or serial number. Capture the hash again and import it.',
  },
  {
    code: 803,
    names: ['MissingZtdSerialNumberAndProductKey'],
    message:
      'The device’s registration holds no serial number. Where the machine has one, import its hash again in a file with the serial number, then register it. Where its firmware holds none, the maker or a repair shop has to write it; then capture the hash again.',
  },
  {
    code: 806,
    names: ['ZtdDeviceAlreadyAssigned'],
    message:
      'The device is registered in this tenant already, but the list does not show it. Refresh in a few minutes, then register it again.',
    next: 'lookForDevice',
  },
  {
    code: 808,
    names: ['ZtdDeviceAssignedToOtherTenant', 'ZtdDeviceAssignedToAnotherTenant'],
    message:
      'The device is registered in another organisation’s tenant. Its previous owner, the maker or the reseller must deregister it first; otherwise Microsoft support can, with a proof of ownership.',
  },
  {
    code: 807,
    names: ['ZtdDeviceIsNotRegistered', 'ZtdDevicesNotRegistered'],
    message:
      'This tenant does not hold the device with this hash. Refresh; register it again where it is missing, and check that a profile is assigned to it.',
  },
  {
    code: 809,
    names: ['ZtdProfileIsNotRegistered', NO_ASSIGNED_PROFILE],
    message:
      'The deployment profile that was assigned to the device does not exist any more. Have another profile assigned, then let the device enroll again.',
  },
  {
    code: 815,
    names: [NO_ASSIGNED_PROFILE],
    message:
      'No deployment profile is assigned to the device, and the tenant has none for all devices. Check the group tag and the group, and have a profile assigned.',
  },
  {
    code: 908,
    names: ['SerialNumberMismatch', 'ProductKeyIdMismatch'],
    message:
      'The serial number or product key ID that Windows Autopilot holds is not that of the machine. Deregister the device, capture its hash again, and register it anew.',
  },
  {
    code: 810,
    names: ['ZtdProfileAssignedToOtherTenant'],
    message: 'The deployment profile belongs to another tenant. Ask Microsoft support.',
  },
  {
    code: 811,
    names: ['ZtdDeviceRegisteredByOtherTenant'],
    message: 'The device was registered by a partner. The partner must deregister it first.',
  },
  {
    code: 812,
    names: ['ZtdDeviceNotFound'],
    message: 'Microsoft has no hash of this device on file. Capture its hardware hash and register it with that.',
  },
  {
    code: 813,
    names: ['ZtdDeviceIsNotUnique'],
    message:
      'The hash fits more than one device, as with boards without an identity of their own. Have the board’s serial number and UUID written, capture the hash again and import it.',
  },
  {
    code: 814,
    names: ['ZtdDeviceAlreadyAadRegistered'],
    message:
      'Microsoft Entra holds an old device object of it. Ask an administrator to delete that object, then register the device again.',
  },
  {
    code: 819,
    names: ['ZtdDeviceDuplicated'],
    message:
      'The same hash was uploaded twice at once. Look at the other device with this hash, and remove one of the two.',
  },
  {
    code: null,
    names: ['StorageError'],
    message:
      'Microsoft’s service had an error of its own. Register the device again later; if it stays, ask Microsoft support.',
    next: 'tryLater',
  },
  {
    code: null,
    names: ['HashNot4k'],
    message: 'It is not a 4K hardware hash. Capture it again on Windows 10 version 1703 or later.',
  },
];

const byName = Map.groupBy(
  known.flatMap((error) => error.names.map((name) => ({ name: name.toLowerCase(), error }))),
  ({ name }) => name,
);
const byCode = new Map(known.flatMap((error) => (error.code === null ? [] : [[error.code, error]])));

/** Where errors share a name, the code tells them apart; without one, the last is the most general. */
function knownBy(code: number | null, name: string | null): Known | undefined {
  const named = byName.get(name?.toLowerCase() ?? '') ?? [];
  const found = named.find(({ error }) => error.code === code) ?? named.at(-1);
  return found?.error ?? byCode.get(code ?? Number.NaN);
}

/**
 * What an import error means: by its name, else by its code, because the two do not always go together (806 has been
 * seen with the name of 808). One that nobody knows passes through as it came.
 */
export function importErrorOf(code: number | null, name: string | null): ImportError {
  const found = knownBy(code, name);
  if (found !== undefined) {
    // Microsoft's own word goes along, for whoever looks it up or asks support; it sends some errors with the code 0.
    const called = [code === null || code === 0 ? found.code : code, name].filter((word) => word !== null).join(' ');
    return { code, name, message: `${found.message} Microsoft’s error: ${called}.`, next: found.next ?? 'nothing' };
  }
  const words = [name, code === null ? null : `code ${code}`].filter((word) => word !== null).join(', ');
  return {
    code,
    name,
    message: `Microsoft refuses the registration (${words || 'no reason given'}). Look the error up, then register the device again.`,
    next: 'nothing',
  };
}
