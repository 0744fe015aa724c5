import { z } from 'zod';
import type { TenantProfile } from '../../../shared/profiles/tenantProfile.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { collect, readPages, type Collected } from '../paging.ts';
import { versions } from '../versions.ts';
import { wireAssignments } from './assignments.ts';
import { besideRaw, optionalBoolean, optionalInstant, optionalText, without, type RawProperties } from './wire.ts';

/** What the reading of a device tells of its profile. */
export interface DeploymentProfile {
  readonly id: string;
  readonly displayName: string | null;
  /** `hybrid` joins Active Directory and Entra; null where the kind of profile is new to us. */
  readonly join: 'entra' | 'hybrid' | null;
  readonly allowsPreProvisioning: boolean | null;
  readonly deviceNameTemplate: string | null;
  readonly deviceType: string | null;
  /** `singleUser` or `shared` (self-deploying), as it came. */
  readonly deviceUsageType: string | null;
  readonly createdAt: string | null;
}

/** A setting that does not come as documented is not told, and hides neither the profile nor the device that has it. */
const text = optionalText.catch(null);
const flag = optionalBoolean.catch(null);
const instant = optionalInstant.catch(null);

const oldExperience = z
  .object({
    deviceUsageType: text,
    userType: text,
    hideEULA: flag,
    hidePrivacySettings: flag,
    skipKeyboardSelectionPage: flag,
    hideEscapeLink: flag,
  })
  .nullish();
const experience = z
  .object({
    deviceUsageType: text,
    userType: text,
    eulaHidden: flag,
    privacySettingsHidden: flag,
    keyboardSelectionPageSkipped: flag,
    escapeLinkHidden: flag,
  })
  .nullish();
/** An empty text says that the user chooses; a missing one says nothing. */
const language = z.string().nullish().catch(null);
const wire = z.object({
  '@odata.type': text,
  id: z.string().min(1),
  displayName: text,
  description: text,
  preprovisioningAllowed: flag,
  enableWhiteGlove: flag,
  hardwareHashExtractionEnabled: flag,
  extractHardwareHash: flag,
  hybridAzureADJoinSkipConnectivityCheck: flag,
  deviceNameTemplate: text,
  deviceType: text,
  locale: language,
  language,
  outOfBoxExperienceSetting: experience,
  outOfBoxExperienceSettings: oldExperience,
  createdDateTime: instant,
  lastModifiedDateTime: instant,
  assignments: wireAssignments,
});
type Wire = z.output<typeof wire>;

/** Reads the property names of 2024 and later first, then the deprecated ones (deprecation announced May 2024). */
export const deploymentProfile = wire.transform((profile): DeploymentProfile => ({
  id: profile.id,
  displayName: profile.displayName,
  join: joinOf(profile),
  allowsPreProvisioning: allowsPreProvisioning(profile),
  deviceNameTemplate: profile.deviceNameTemplate,
  deviceType: profile.deviceType,
  deviceUsageType: usageOf(profile),
  createdAt: profile.createdDateTime,
}));

/** A row of the list of profiles: all that Microsoft tells. */
export const tenantProfile = besideRaw(wire, (profile, raw): TenantProfile => {
  const { outOfBoxExperienceSetting: now, outOfBoxExperienceSettings: before } = profile;
  return {
    id: profile.id,
    name: profile.displayName ?? profile.id,
    description: profile.description,
    kind: profile['@odata.type'],
    join: joinOf(profile),
    usage: usageOf(profile),
    allowsPreProvisioning: allowsPreProvisioning(profile),
    nameTemplate: profile.deviceNameTemplate,
    language: profile.locale ?? profile.language ?? null,
    accountType: now?.userType ?? before?.userType ?? null,
    hidesLicense: now?.eulaHidden ?? before?.hideEULA ?? null,
    hidesPrivacy: now?.privacySettingsHidden ?? before?.hidePrivacySettings ?? null,
    hidesChangeAccount: now?.escapeLinkHidden ?? before?.hideEscapeLink ?? null,
    skipsKeyboard: now?.keyboardSelectionPageSkipped ?? before?.skipKeyboardSelectionPage ?? null,
    skipsConnectivityCheck: profile.hybridAzureADJoinSkipConnectivityCheck,
    convertsAll: profile.hardwareHashExtractionEnabled ?? profile.extractHardwareHash,
    deviceType: profile.deviceType,
    createdAt: profile.createdDateTime,
    modifiedAt: profile.lastModifiedDateTime,
    assignments: profile.assignments?.map(({ target, groupId }) => ({ target, groupId })) ?? null,
    others: othersOf(raw),
  };
});

const call = {
  version: versions.deploymentProfiles,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const PATH = '/deviceManagement/windowsAutopilotDeploymentProfiles';

/** All profiles of a tenant, with their assignments where the tenant gives these. No order and no filter: the list has none. */
export async function listDeploymentProfiles(
  client: GraphClient,
  signal: AbortSignal,
): Promise<Collected<TenantProfile>> {
  const read = (path: string) => collect(readPages(client, { ...call, path }, tenantProfile, signal));
  try {
    return await read(`${PATH}?$expand=assignments`);
  } catch (error) {
    if (error instanceof GraphError && error.kind === 'badRequest') return read(PATH);
    throw error;
  }
}

const joins: Readonly<Record<string, DeploymentProfile['join']>> = {
  '#microsoft.graph.azureADWindowsAutopilotDeploymentProfile': 'entra',
  '#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile': 'hybrid',
};

const joinOf = (profile: Wire): DeploymentProfile['join'] => joins[profile['@odata.type'] ?? ''] ?? null;

const allowsPreProvisioning = (profile: Wire): boolean | null =>
  profile.preprovisioningAllowed ?? profile.enableWhiteGlove;

const usageOf = (profile: Wire): string | null =>
  profile.outOfBoxExperienceSetting?.deviceUsageType ?? profile.outOfBoxExperienceSettings?.deviceUsageType ?? null;

/** What is new to us, or said by no other field: all that this file does not read, also of the settings of the first start. */
function othersOf(raw: RawProperties): RawProperties {
  const experiences = { outOfBoxExperienceSetting: experience, outOfBoxExperienceSettings: oldExperience };
  const unread = Object.entries(experiences).flatMap(([name, schema]) => {
    const inside = z.record(z.string(), z.unknown()).safeParse(raw[name]);
    const rest = inside.success ? without(inside.data, schema.unwrap().unwrap().shape) : {};
    return Object.keys(rest).length === 0 ? [] : [[name, rest] as const];
  });
  return { ...without(raw, wire.shape), ...Object.fromEntries(unread) };
}
