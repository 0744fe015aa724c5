import { PROFILE_FILE_VERSION, type ProfileFile } from './profileFile.ts';

/** Half an hour: what Microsoft's module writes beside `CloudAssignedAutopilotUpdateDisabled`. */
const UPDATE_TIMEOUT_MS = 1_800_000;

const toNumber = (flag: boolean): 0 | 1 => (flag ? 1 : 0);

/**
 * The text of the file: ASCII without a mark, one object, the properties in the order of Microsoft's example, lines ended as
 * Windows does. Other characters are written as `\uXXXX`, since Windows ignores a file in Unicode or UTF-8. Sources: Microsoft,
 * “Windows Autopilot deployment for existing devices” (https://learn.microsoft.com/en-us/autopilot/existing-devices);
 * `ForcedEnrollment` within `ZeroTouchConfig` is left out by that page's example of today, and written by its example of 2023 and
 * by the module it names (https://www.powershellgallery.com/packages/WindowsAutopilotIntune).
 */
export function writeProfileFile(file: ProfileFile): string {
  const serverData = {
    ZeroTouchConfig: {
      CloudAssignedTenantUpn: '',
      ForcedEnrollment: toNumber(file.isForced),
      CloudAssignedTenantDomain: file.tenantDomain,
    },
  };
  const document = {
    CloudAssignedTenantId: file.tenantId,
    CloudAssignedForcedEnrollment: toNumber(file.isForced),
    Version: file.version ?? PROFILE_FILE_VERSION,
    ...(file.comment !== null && { Comment_File: file.comment }),
    // Escaped before it is put into the other JSON, so that what Windows reads out of that is ASCII too.
    CloudAssignedAadServerData: toAscii(JSON.stringify(serverData)),
    CloudAssignedTenantDomain: file.tenantDomain,
    CloudAssignedDomainJoinMethod: toNumber(file.joinType === 'hybrid'),
    CloudAssignedOobeConfig: file.oobe,
    ZtdCorrelationId: file.correlationId,
    ...(file.deviceName !== null && { CloudAssignedDeviceName: file.deviceName }),
    ...(file.language !== null && { CloudAssignedLanguage: file.language }),
    ...(file.region !== null && { CloudAssignedRegion: file.region }),
    ...(file.skipsConnectivityCheck && { HybridJoinSkipDCConnectivityCheck: 1 }),
    ...(file.hasUpdatesOff && {
      CloudAssignedAutopilotUpdateDisabled: 1,
      CloudAssignedAutopilotUpdateTimeout: UPDATE_TIMEOUT_MS,
    }),
  };
  return `${toAscii(JSON.stringify(document, null, 4)).replaceAll('\n', '\r\n')}\r\n`;
}

/** JSON with every character above ASCII escaped, which says the same; of a pair of surrogates each. */
function toAscii(json: string): string {
  return json.replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
