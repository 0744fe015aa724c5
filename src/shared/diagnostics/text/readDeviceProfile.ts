import { membersByName } from '../../profileJson/members.ts';
import { readObject } from '../../profileJson/readObject.ts';

/** The deployment profile as the device has it: `AutopilotDDSZTDFile.json`, or the copy in its registry. Null is what it does not say. */
export interface DeviceProfile {
  readonly ztdId: string | null;
  readonly entraDeviceId: string | null;
  readonly profileName: string | null;
  readonly tenantId: string | null;
  readonly tenantDomain: string | null;
  readonly oobeConfig: number | null;
  /** 0 Microsoft Entra, 1 hybrid. */
  readonly domainJoinMethod: number | null;
  readonly deviceName: string | null;
  readonly downloadedAt: string | null;
  /** Whether the profile was assigned to the device; false where the default profile of the tenant came. */
  readonly isAssigned: boolean | null;
  readonly skipsConnectivityCheck: boolean | null;
}

/** Characters; a profile has about a thousand. */
const LONGEST = 262_144;
/** A profile has no levels; a reader of JSON that meets very many runs out of room. */
const MOST_BRACKETS = 1_000;

/** Reads a profile, also one with another object behind it. Null where it is no JSON object. Never throws. */
export function readDeviceProfile(text: string): DeviceProfile | null {
  if (text.length > LONGEST || (text.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS) return null;
  const members = readObject(text.replace(/^\uFEFF/, '')).members;
  if (members === null || members.length === 0) return null;
  const { text: said, number } = membersByName(members);
  const filled = (name: string): string | null => {
    const value = said(name)?.trim() ?? '';
    return value === '' ? null : value;
  };
  const assigned = members.findLast(({ name }) => name === 'IsExplicitProfileAssignment')?.value;
  const skips = number('HybridJoinSkipDCConnectivityCheck');
  return {
    ztdId: filled('ZtdRegistrationId')?.toLowerCase() ?? null,
    entraDeviceId: filled('AadDeviceId')?.toLowerCase() ?? null,
    profileName: filled('DeploymentProfileName'),
    tenantId: filled('CloudAssignedTenantId')?.toLowerCase() ?? null,
    tenantDomain: filled('CloudAssignedTenantDomain')?.toLowerCase() ?? null,
    oobeConfig: number('CloudAssignedOobeConfig'),
    domainJoinMethod: number('CloudAssignedDomainJoinMethod'),
    deviceName: filled('CloudAssignedDeviceName'),
    downloadedAt: instantOf(filled('PolicyDownloadDate')),
    isAssigned: typeof assigned === 'boolean' ? assigned : null,
    skipsConnectivityCheck: skips === null ? null : skips !== 0,
  };
}

/** As it is written where it is a moment in UTC, so that it can be compared with the file. */
function instantOf(written: string | null): string | null {
  return written !== null && !Number.isNaN(Date.parse(written)) ? written : null;
}
