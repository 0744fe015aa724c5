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

/**
 * What the Device Directory Service answers. Sources: "Manually register devices with Windows Autopilot", import errors
 * (Microsoft Learn); the code table of oofhours.com, 7 July 2019; Microsoft's draft page on registering for partners.
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
    message: 'The serial number is missing. Enter it, then register the device again.',
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
    names: ['ZtdDeviceIsNotRegistered'],
    message: 'This tenant does not hold the device. Refresh, then register it again.',
  },
  {
    code: 809,
    names: ['ZtdProfileIsNotRegistered'],
    message: 'Intune does not know the deployment profile. Ask an administrator to check the profile.',
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

const byName = new Map(known.flatMap((error) => error.names.map((name) => [name.toLowerCase(), error])));
const byCode = new Map(known.flatMap((error) => (error.code === null ? [] : [[error.code, error]])));

/**
 * What an import error means: by its name, else by its code, because the two do not always go together (806 has been
 * seen with the name of 808). One that nobody knows passes through as it came.
 */
export function importErrorOf(code: number | null, name: string | null): ImportError {
  const found = byName.get(name?.toLowerCase() ?? '') ?? byCode.get(code ?? Number.NaN);
  if (found !== undefined) return { code, name, message: found.message, next: found.next ?? 'nothing' };
  const words = [name, code === null ? null : `code ${code}`].filter((word) => word !== null).join(', ');
  return {
    code,
    name,
    message: `Microsoft refuses the registration (${words || 'no reason given'}). Look the error up, then register the device again.`,
    next: 'nothing',
  };
}
