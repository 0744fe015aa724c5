import type { TenantProfile } from '../profiles/tenantProfile.ts';
import { bit } from './oobeBits.ts';
import { commentOf } from './profileComment.ts';
import { PROFILE_FILE_VERSION, type ProfileFile } from './profileFile.ts';

/** Whom the device is to belong to. */
export interface FileTenant {
  readonly tenantId: string;
  readonly tenantDomain: string;
}

/**
 * What a file says that stands for a profile of Intune, as Microsoft's module makes it of the same settings. Source:
 * `ConvertTo-AutopilotConfigurationJSON` in WindowsAutopilotIntune (https://www.powershellgallery.com/packages/WindowsAutopilotIntune),
 * which “Windows Autopilot deployment for existing devices” (https://learn.microsoft.com/en-us/autopilot/existing-devices) tells
 * people to run. It always sets 8 and 256, though the page names no 256 and its example (28) has none. A setting that Microsoft
 * did not tell counts as off, as it does there.
 */
export function fromTenantProfile(profile: TenantProfile, { tenantId, tenantDomain }: FileTenant): ProfileFile {
  const skipsKeyboard = profile.skipsKeyboard === true;
  const language = skipsKeyboard && profile.language !== '' ? profile.language : null;
  const bits = [
    bit.hideRegistration,
    bit.hideUpgrade,
    profile.accountType === 'standard' ? bit.standardUser : 0,
    profile.hidesPrivacy === true ? bit.hidePrivacy : 0,
    profile.hidesLicense === true ? bit.hideLicense : 0,
    skipsKeyboard ? bit.skipKeyboard : 0,
  ];
  return {
    version: PROFILE_FILE_VERSION,
    tenantId,
    tenantDomain,
    joinType: profile.join === 'hybrid' ? 'hybrid' : 'entra',
    oobe: bits.reduce((sum, one) => sum + one, 0),
    isForced: profile.hidesChangeAccount === true,
    correlationId: profile.id,
    deviceName: profile.nameTemplate === '' ? null : profile.nameTemplate,
    language,
    // The module writes the language here too, so that the region page goes with it.
    region: language,
    skipsConnectivityCheck: profile.skipsConnectivityCheck === true,
    hasUpdatesOff: true,
    comment: commentOf(profile.name, profile.modifiedAt),
  };
}
