import { numbersOf } from './errorCodeIn.ts';

const FACILITY_OF = 0x1_0000;
const FACILITIES = 0x800;
const WIN32 = 0x8007_0000;

/** The facilities that codes of a deployment come from, as Microsoft's pages tell them by the codes that they explain. */
const facilityWords: ReadonlyMap<number, string> = new Map([
  [0x018, 'It comes from the enrollment in a device management (MDM).'],
  [0x01c, 'It comes from the join to Microsoft Entra (device registration).'],
  [0x103, 'It comes from Windows Autopilot on the device.'],
  [0x7d0, 'It comes from the installation of an app.'],
  [0x7d1, 'It comes from the installation of an app by Intune.'],
  [0x7d3, 'It comes from Intune’s agent on the device, while it installed an app.'],
]);

/**
 * What part of Windows a code comes from, as a sentence; null where nothing is known of that. It says nothing of what the code means.
 * @param code lower case with 0x
 */
export function facilitySentence(code: string): string | null {
  const { unsigned } = numbersOf(code);
  const low = unsigned % FACILITY_OF;
  if (unsigned - low === WIN32) return `It is error ${low} of Windows (Win32), as an error code.`;
  return facilityWords.get(Math.floor(unsigned / FACILITY_OF) % FACILITIES) ?? null;
}
