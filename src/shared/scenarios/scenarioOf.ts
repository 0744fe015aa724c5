import { z } from 'zod';
import { deviceRecord } from '../devices/device.ts';
import { joinType, scenarioName, scenarioSource, type JoinType, type ScenarioName } from './scenarioName.ts';

/** How a device is to be deployed, and what says so. */
export const deviceScenario = z.object({
  name: scenarioName,
  joinType,
  source: scenarioSource,
  /** The group tag whose rule says so; null where no rule does. */
  ruleTag: z.string().nullable(),
  /** What the assigned profile is for, where a person chose what that profile does not do; else null. */
  profileSays: scenarioName.nullable(),
});
export type DeviceScenario = z.infer<typeof deviceScenario>;

/** What tells how a device is to be deployed. */
export const scenarioEvidence = deviceRecord.pick({
  registration: true,
  hasDeviceLink: true,
  profile: true,
  profileUsage: true,
  profileJoin: true,
  profileAllowsPreProvisioning: true,
  chosenScenario: true,
  chosenJoinType: true,
  tagRule: true,
  batchScenario: true,
  batchJoinType: true,
  tenantDefault: true,
});
type Told = z.infer<typeof scenarioEvidence>;

/**
 * How a device is to be deployed, by the strongest that tells: a person, then the assigned profile, then a DeviceLink of a
 * device that is not registered, then the rule of its group tag, its batch, and the tenant's default.
 */
export function scenarioOf(device: Told): DeviceScenario {
  const byProfile = profileScenario(device);
  const told = { joinType: joinTypeOf(device), ruleTag: null, profileSays: null };
  const { chosenScenario: chosen, tagRule, batchScenario, tenantDefault } = device;
  if (chosen !== null) {
    const profileSays = byProfile === null || canBeUsedAs(byProfile, chosen) ? null : byProfile;
    return { ...told, name: chosen, source: 'person', profileSays };
  }
  if (byProfile !== null) return { ...told, name: byProfile, source: 'profile' };
  if (device.hasDeviceLink && device.registration === 'none') {
    return { ...told, name: 'devicePreparation', joinType: 'entra', source: 'deviceLink' };
  }
  const byRule = tagRule?.scenario ?? null;
  if (tagRule !== null && byRule !== null) {
    return { ...told, name: byRule, source: 'rule', ruleTag: tagRule.groupTag };
  }
  if (batchScenario !== null) return { ...told, name: batchScenario, source: 'batch' };
  const byTenant = tenantDefault?.scenario ?? null;
  return byTenant === null
    ? { ...told, name: 'unknown', source: 'none' }
    : { ...told, name: byTenant, source: 'tenant' };
}

/**
 * What an assigned profile is for; null where none is assigned or it has not been read. `shared` is Microsoft's word for
 * self-deploying. Source: windowsAutopilotDeploymentProfile, deviceUsageType and preprovisioningAllowed (Microsoft Graph).
 */
function profileScenario(device: Told): ScenarioName | null {
  if (device.profile !== 'assigned') return null;
  if (device.profileUsage === 'shared') return 'selfDeploying';
  if (device.profileAllowsPreProvisioning === null) return null;
  return device.profileAllowsPreProvisioning ? 'preProvisioned' : 'userDriven';
}

/** A profile that allows pre-provisioning also serves the user who does all of it; a device with a file of its own may have either. */
function canBeUsedAs(profile: ScenarioName, chosen: ScenarioName): boolean {
  if (profile === chosen) return true;
  return profile !== 'selfDeploying' && (chosen === 'existingDevice' || chosen === 'userDriven');
}

/** The profile's join type is what happens; until one is assigned, what a person, the rule, the batch or the tenant says counts. */
function joinTypeOf(device: Told): JoinType {
  const { profile, profileJoin, chosenJoinType, tagRule, batchJoinType, tenantDefault } = device;
  const byProfile = profile === 'assigned' ? profileJoin : null;
  return byProfile ?? chosenJoinType ?? tagRule?.joinType ?? batchJoinType ?? tenantDefault?.joinType ?? 'unknown';
}
