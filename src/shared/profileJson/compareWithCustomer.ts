import type { TenantProfile } from '../profiles/tenantProfile.ts';
import { fromTenantProfile } from './fromTenantProfile.ts';
import { oobeWords } from './oobeBits.ts';
import { readComment } from './profileComment.ts';
import type { ProfileFile } from './profileFile.ts';
import { ofFile, type ProfileJsonFinding } from './profileJsonFinding.ts';
import { unsuitableFor } from './unsuitable.ts';

/** A customer as it is known when a file is compared with it. */
export interface ComparedCustomer {
  readonly customer: string;
  /** Null where it is not known. */
  readonly directoryId: string | null;
  /** Its verified domains; null where they were not read. */
  readonly domains: readonly string[] | null;
  /** Null where the profiles were never read. */
  readonly profiles: readonly TenantProfile[] | null;
}

/**
 * What a file says otherwise than the customer whose it is meant to be: another tenant, a domain that is not its own, a profile
 * that was changed since. Source for the last: Microsoft, “Windows Autopilot deployment for existing devices”
 * (https://learn.microsoft.com/en-us/autopilot/existing-devices): the file must be made and distributed again then.
 */
export function compareWithCustomer(
  file: ProfileFile,
  { customer, directoryId, domains, profiles }: ComparedCustomer,
): readonly ProfileJsonFinding[] {
  const at = (property: string, said: ProfileJsonFinding['said']): ProfileJsonFinding => ({
    said,
    line: null,
    property,
  });
  if (directoryId !== null && directoryId.toLowerCase() !== file.tenantId.toLowerCase()) {
    return [at('CloudAssignedTenantId', { code: 'profileJson.otherTenant', customer, expected: directoryId })];
  }
  const isOwn = domains?.some((domain) => domain.toLowerCase() === file.tenantDomain.toLowerCase()) ?? true;
  return [
    ...(isOwn
      ? []
      : [
          at('CloudAssignedTenantDomain', { code: 'profileJson.otherDomain', customer, domains: [...(domains ?? [])] }),
        ]),
    ...profileFindings(file, customer, profiles),
  ];
}

function profileFindings(
  file: ProfileFile,
  customer: string,
  profiles: readonly TenantProfile[] | null,
): readonly ProfileJsonFinding[] {
  if (profiles === null) return [ofFile({ code: 'profileJson.notCompared', customer })];
  const profile = profileOf(file, profiles);
  if (profile === null) return [ofFile({ code: 'profileJson.profileNotFound', customer })];
  const reason = unsuitableFor(profile);
  return [
    ...(reason === 'selfDeploying'
      ? [ofFile({ code: 'profileJson.profileSelfDeploying', profile: profile.name })]
      : []),
    ...(reason === 'preProvisioning'
      ? [ofFile({ code: 'profileJson.profilePreProvisioning', profile: profile.name })]
      : []),
    ...changeFindings(file, profile),
  ];
}

/** The profile by its id, which is the correlation ID of what Microsoft's module and Reseal make; else by the name in the comment. */
function profileOf(file: ProfileFile, profiles: readonly TenantProfile[]): TenantProfile | null {
  const byId = profiles.find(({ id }) => id.toLowerCase() === file.correlationId.toLowerCase());
  if (byId !== undefined) return byId;
  const name = file.comment === null ? null : readComment(file.comment).profileName;
  const named = profiles.filter((profile) => profile.name === name);
  return named.length === 1 ? (named[0] ?? null) : null;
}

function changeFindings(file: ProfileFile, profile: TenantProfile): readonly ProfileJsonFinding[] {
  const now = valuesOf(fromTenantProfile(profile, file));
  const inFile = valuesOf(file);
  const changed = Object.entries(now).flatMap(([property, value]): ProfileJsonFinding[] => {
    const before = inFile[property] ?? '';
    const said = { code: 'profileJson.profileChanged', profile: profile.name, now: value, inFile: before } as const;
    return value === before ? [] : [{ said, line: null, property }];
  });
  if (changed.length > 0) return changed;
  const madeFrom = file.comment === null ? null : readComment(file.comment).modifiedAt;
  if (madeFrom === null || profile.modifiedAt === null || Date.parse(madeFrom) >= Date.parse(profile.modifiedAt)) {
    return [];
  }
  const said = {
    code: 'profileJson.profileModified',
    profile: profile.name,
    now: profile.modifiedAt,
    inFile: madeFrom,
  } as const;
  return [{ said, line: null, property: 'Comment_File' }];
}

/** What a profile decides, by the property that holds it. */
function valuesOf(file: ProfileFile): Readonly<Record<string, string>> {
  return {
    CloudAssignedDomainJoinMethod: file.joinType === 'hybrid' ? '1' : '0',
    CloudAssignedForcedEnrollment: file.isForced ? '1' : '0',
    CloudAssignedOobeConfig: oobeWords(file.oobe),
    CloudAssignedDeviceName: file.deviceName ?? '',
    CloudAssignedLanguage: file.language ?? '',
    HybridJoinSkipDCConnectivityCheck: file.skipsConnectivityCheck ? '1' : '0',
  };
}
