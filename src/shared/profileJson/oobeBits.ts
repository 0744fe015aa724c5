/** Where a bit is named: in the table of Microsoft's page, or only in Microsoft's scripts. */
type NamedIn = 'page' | 'scripts';

interface OobeBit {
  readonly bit: number;
  readonly name: string;
  readonly namedIn: NamedIn;
  /** What follows where it is set. */
  readonly effect: string;
}

/**
 * Every bit of `CloudAssignedOobeConfig` that is known. Sources: Microsoft, “Windows Autopilot deployment for existing devices”
 * (https://learn.microsoft.com/en-us/autopilot/existing-devices), JSON file properties, for 1 to 16; the script
 * Get-AutopilotDiagnostics (https://www.powershellgallery.com/packages/Get-AutopilotDiagnostics) for those above.
 */
export const oobeBits: readonly OobeBit[] = [
  { bit: 1, name: 'SkipCortanaOptIn', namedIn: 'page', effect: 'Cortana is not offered.' },
  { bit: 2, name: 'OobeUserNotLocalAdmin', namedIn: 'page', effect: 'The user is no local administrator.' },
  { bit: 4, name: 'SkipExpressSettings', namedIn: 'page', effect: 'The privacy page is not shown.' },
  { bit: 8, name: 'SkipOemRegistration', namedIn: 'page', effect: 'The maker’s registration page is not shown.' },
  { bit: 16, name: 'SkipEula', namedIn: 'page', effect: 'The license terms are not shown.' },
  { bit: 32, name: 'TpmAttestation', namedIn: 'scripts', effect: 'The TPM vouches for the device: self-deploying.' },
  { bit: 64, name: 'AadDeviceAuth', namedIn: 'scripts', effect: 'The device signs in by itself: self-deploying.' },
  { bit: 128, name: 'AadTpmRequired', namedIn: 'scripts', effect: 'A TPM is required.' },
  { bit: 256, name: 'SkipWindowsUpgradeUX', namedIn: 'scripts', effect: 'The Windows upgrade page is not shown.' },
  { bit: 512, name: 'EnablePatchDownload', namedIn: 'scripts', effect: 'Updates are fetched during the setup.' },
  { bit: 1024, name: 'SkipKeyboardSelection', namedIn: 'scripts', effect: 'The keyboard page is not shown.' },
];

/** The bits that the code speaks of, by name. */
export const bit = {
  standardUser: 2,
  hidePrivacy: 4,
  hideRegistration: 8,
  hideLicense: 16,
  tpmAttestation: 32,
  deviceSignsIn: 64,
  tpmRequired: 128,
  hideUpgrade: 256,
  skipKeyboard: 1024,
} as const;

/** All that a user-driven device may have; the others are of self-deploying ones, or need a TPM. */
export const bitsForUsers: readonly OobeBit[] = oobeBits.filter(
  ({ bit: one }) => one !== bit.tpmAttestation && one !== bit.deviceSignsIn && one !== bit.tpmRequired,
);

/** The number is a bitmap of 32 bits. */
export const LARGEST_OOBE = 0xffff_ffff;

/** Whether a bit is set. Bits above 30 make `&` negative, so the number is taken apart by division. */
export const hasBit = (value: number, one: number): boolean => Math.floor(value / one) % 2 === 1;

/** The known bits that are set. @param value 0 to `LARGEST_OOBE` */
export const bitsOf = (value: number): readonly OobeBit[] => oobeBits.filter(({ bit: one }) => hasBit(value, one));

/** What is left of the number when all known bits are taken away; 0 where all are known. */
export const unknownBitsOf = (value: number): number => bitsOf(value).reduce((rest, { bit: one }) => rest - one, value);

/** `28 (SkipExpressSettings, SkipOemRegistration, SkipEula)`. */
export function oobeWords(value: number): string {
  const names = bitsOf(value).map(({ name }) => name);
  const rest = unknownBitsOf(value);
  const all = [...names, ...(rest === 0 ? [] : [`unknown: ${rest}`])];
  return all.length === 0 ? String(value) : `${value} (${all.join(', ')})`;
}
