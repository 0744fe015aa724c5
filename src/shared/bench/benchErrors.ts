import type { NextStepCode } from '../devices/nextStepCodes.ts';
import { errorCodeIn } from './errorCodeIn.ts';

/** What an error asks for first, as the next step that it is; all but a retry have to be done before another start. */
export type BenchRemedy = Extract<
  NextStepCode,
  'retryBench' | 'updateFirmware' | 'updateWindows' | 'deregister' | 'unblock' | 'fixProfile' | 'askAdministrator'
>;

/** What an error of the technician flow means, and what a technician does about it. */
export interface BenchError {
  /** Lower case with 0x, as Windows prints it; or the number of an event in the Autopilot log. */
  readonly code: string;
  readonly act: BenchRemedy;
  readonly name: string;
  readonly meaning: string;
  readonly remedy: string;
}

/**
 * Errors that the technician flow ends with. Sources: "Windows Autopilot known issues", "Windows Autopilot troubleshooting FAQ"
 * (event IDs 807, 809, 815 and 908 too), "Windows Autopilot for pre-provisioned deployment" (Microsoft Learn).
 */
export const benchErrors: readonly BenchError[] = [
  error(
    '0x800705b4',
    'retryBench',
    'Timeout',
    'A step took longer than it may; most often there is no usable TPM 2.0, or the clock is off.',
    'Check that TPM 2.0 is on in the firmware, set the clock with “w32tm /resync /force” (Shift+F10), then retry.',
  ),
  error(
    '0x800c0003',
    'retryBench',
    'No internet',
    'The device could not reach the internet.',
    'Check the cable and the bench’s network, then retry.',
  ),
  error(
    '0x80070490',
    'updateFirmware',
    'TPM attestation failed',
    'The firmware TPM could not prove itself; known for older AMD firmware.',
    'Update the device’s firmware from its maker, then run the flow again.',
  ),
  error(
    '0x80070774',
    'askAdministrator',
    'Domain controller not found',
    'No domain controller answered where one is needed.',
    'Check the network to the customer’s domain and “Skip AD connectivity check” in the profile.',
  ),
  error(
    '0x80180005',
    'fixProfile',
    'Pre-provisioning not allowed',
    'The assigned profile does not allow pre-provisioning.',
    'Turn on “Allow pre-provisioned deployment” in the profile, wait until it is assigned anew, then start again.',
  ),
  error(
    '0x80180014',
    'unblock',
    'Enrollment blocked',
    'Intune still holds the device from an earlier run, or enrollment of Windows devices is blocked by a restriction.',
    'Delete the Intune record or unblock the device in Windows Autopilot devices; if it stays, ask the administrator to allow Windows (MDM) in every enrollment restriction.',
  ),
  error(
    '0x80180018',
    'askAdministrator',
    'Licence',
    'The user has no fitting licence, or too many devices.',
    'Ask the administrator to check the user’s Intune licence and device limit.',
  ),
  error(
    '0x801c0003',
    'askAdministrator',
    'Device limit reached',
    'The user may not join another device to Microsoft Entra.',
    'Ask the administrator to raise the device limit or to remove the user’s old devices.',
  ),
  error(
    '0x801c03ea',
    'updateFirmware',
    'TPM attestation failed',
    'The TPM could not be attested, so the device cannot join Microsoft Entra.',
    'Update the TPM’s firmware, clear the TPM, check that the attestation addresses are reachable, then run the flow again.',
  ),
  error(
    '0x801c03f3',
    'deregister',
    'Entra device missing',
    'The device object in Microsoft Entra, which Autopilot hangs on, was deleted.',
    'Deregister the device in Intune, Autopilot and Entra, then register it again.',
  ),
  error(
    '0x81039001',
    'retryBench',
    'Attestation retries used up',
    'The TPM attestation failed several times in a row; this comes and goes.',
    'Choose Retry; if it fails again, update the TPM’s firmware.',
  ),
  error(
    '0x81039023',
    'updateWindows',
    'TPM attestation failed',
    'Windows 11 21H2 before KB5013943 cannot attest this TPM.',
    'Install a newer Windows build on the device, then run the flow again.',
  ),
  error(
    '0x81039024',
    'updateFirmware',
    'TPM is vulnerable',
    'The TPM has known vulnerabilities and is refused.',
    'Stop: update the TPM’s firmware from the maker before the next run.',
  ),
  error(
    '0xc1036501',
    'askAdministrator',
    'Several MDM configurations',
    'Microsoft Entra holds more than one MDM configuration, so the device cannot enroll by itself.',
    'Ask the administrator to leave one MDM configuration.',
  ),
  error(
    '807',
    'fixProfile',
    'Not registered',
    'Microsoft finds no registered device with this hash, or no profile for it (event 807).',
    'Check in Intune that the device is listed and has a profile, then start again.',
  ),
  error(
    '809',
    'fixProfile',
    'Assigned profile deleted',
    'The profile that was assigned to the device does not exist any more (event 809).',
    'Have another profile assigned, wait until it is, then start again.',
  ),
  error(
    '815',
    'fixProfile',
    'No profile assigned',
    'No profile is assigned to the device, and the tenant has none for all devices (event 815).',
    'Check the group tag and the group, have a profile assigned, then start again.',
  ),
  error(
    '908',
    'deregister',
    'Another machine is registered',
    'The serial number or product key ID that Windows Autopilot holds is not that of the machine (event 908).',
    'Deregister the device, capture its hash again, register it, then start again.',
  ),
];

/** An event of the Autopilot log, by its number or as it is called. */
const EVENT = /^(?:event(?: id)?\s*)?(\d{3})$/i;

const byCode = new Map(benchErrors.map((known) => [known.code, known]));

/** What is known of a code, however it was typed: see `errorCodeIn`; or of an event's number. Null where nothing is. */
export function findBenchError(typed: string): BenchError | null {
  const code = errorCodeIn(typed) ?? EVENT.exec(typed.trim())?.[1] ?? null;
  return code === null ? null : (byCode.get(code) ?? null);
}

/** What a known error means and what to do about it, as one text. */
export function benchErrorText({ meaning, remedy }: BenchError): string {
  return `${meaning} ${remedy}`;
}

function error(code: string, act: BenchRemedy, name: string, meaning: string, remedy: string): BenchError {
  return { code, act, name, meaning, remedy };
}
