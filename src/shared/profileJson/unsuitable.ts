import { z } from 'zod';
import type { TenantProfile } from '../profiles/tenantProfile.ts';

/** Why no file can be made of a profile. */
export const unsuitable = z.enum(['selfDeploying', 'preProvisioning', 'unknownUsage', 'unknownJoin', 'otherDevice']);
export type Unsuitable = z.infer<typeof unsuitable>;

/**
 * Whether a file may stand for the profile: null where it may. Source: Microsoft, “Step by step tutorial for Windows Autopilot
 * deployment for existing devices” (https://learn.microsoft.com/en-us/autopilot/tutorial/existing-devices/existing-devices-workflow):
 * the file is for user-driven profiles alone, since the others need TPM attestation, which needs a registered device.
 */
export function unsuitableFor(
  profile: Pick<TenantProfile, 'usage' | 'allowsPreProvisioning' | 'join' | 'deviceType'>,
): Unsuitable | null {
  if (profile.usage === 'shared') return 'selfDeploying';
  if (profile.usage !== 'singleUser') return 'unknownUsage';
  if (profile.allowsPreProvisioning === true) return 'preProvisioning';
  if (profile.join === null) return 'unknownJoin';
  return profile.deviceType === null || profile.deviceType === 'windowsPc' ? null : 'otherDevice';
}

const words: Readonly<Record<Unsuitable, { readonly why: string; readonly remedy: string }>> = {
  selfDeploying: {
    why: 'It is self-deploying, which a file cannot be: it needs TPM attestation, and that needs a registered device.',
    remedy: 'Register the devices instead, or choose a user-driven profile.',
  },
  preProvisioning: {
    why: 'It allows pre-provisioning, which a file cannot: that needs TPM attestation, and so a registered device.',
    remedy: 'Register the devices instead, or choose a user-driven profile that does not allow it.',
  },
  unknownUsage: {
    why: 'Microsoft does not tell whether it is user-driven, and no other can be a file.',
    remedy: 'Read the profiles again, or make the file by hand.',
  },
  unknownJoin: {
    why: 'Microsoft does not tell whether its devices join Entra alone or Active Directory too.',
    remedy: 'Read the profiles again, or make the file by hand.',
  },
  otherDevice: {
    why: 'It is for another kind of device than Windows PCs.',
    remedy: 'Choose a profile for Windows PCs.',
  },
};

/** Why no file can be made of it. */
export const unsuitableWords = (reason: Unsuitable): string => words[reason].why;
/** What to do instead. */
export const unsuitableRemedy = (reason: Unsuitable): string => words[reason].remedy;
