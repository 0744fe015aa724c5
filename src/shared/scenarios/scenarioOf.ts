import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';
import { joinType, scenarioChooser, scenarioName, type JoinType, type ScenarioName } from './scenarioName.ts';

/** How a device is to be deployed, and what says so. */
export const deviceScenario = z.object({
  name: scenarioName,
  joinType,
  /** `profile`: the assigned profile; `deviceLink`: a DeviceLink without a registration; `none`: nothing. */
  source: z.union([scenarioChooser, z.enum(['profile', 'deviceLink', 'none'])]),
  /** What the assigned profile is for, where a person chose what that profile does not do; else null. */
  profileSays: scenarioName.nullable(),
});
export type DeviceScenario = z.infer<typeof deviceScenario>;

type Told = Pick<
  DeviceRecord,
  | 'registration'
  | 'hasDeviceLink'
  | 'profile'
  | 'profileUsage'
  | 'profileJoin'
  | 'profileAllowsPreProvisioning'
  | 'chosenScenario'
  | 'chosenScenarioBy'
  | 'chosenJoinType'
>;

/**
 * How a device is to be deployed, by the strongest that tells: a person, then the assigned profile, then a DeviceLink of a
 * device that is not registered, then a rule, the batch or the tenant's default.
 */
export function scenarioOf(device: Told): DeviceScenario {
  const byProfile = profileScenario(device);
  const { chosenScenario: chosen, chosenScenarioBy: by } = device;
  const join = joinTypeOf(device);
  if (chosen !== null && by === 'person') {
    const profileSays = byProfile === null || canBeUsedAs(byProfile, chosen) ? null : byProfile;
    return { name: chosen, joinType: join, source: by, profileSays };
  }
  if (byProfile !== null) return { name: byProfile, joinType: join, source: 'profile', profileSays: null };
  if (device.hasDeviceLink && device.registration === 'none') {
    return { name: 'devicePreparation', joinType: 'entra', source: 'deviceLink', profileSays: null };
  }
  return chosen === null || by === null
    ? { name: 'unknown', joinType: join, source: 'none', profileSays: null }
    : { name: chosen, joinType: join, source: by, profileSays: null };
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

/** The profile's join type is what happens; what a person chose counts until one is assigned. */
function joinTypeOf({ profile, profileJoin, chosenJoinType }: Told): JoinType {
  return (profile === 'assigned' ? profileJoin : null) ?? chosenJoinType ?? 'unknown';
}
