import { z } from 'zod';
import type { PracticeDeviceRow, DeploymentProfileRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { isInDynamicGroup } from './dynamicGroups.ts';

const stepSchema = z.strictObject({ turn: z.number().int(), step: z.enum(['evaluate', 'assign', 'confirm']) });
type Step = z.infer<typeof stepSchema>;

/** When, as shares of the profile delay, the groups are evaluated, the profile assigned, and the assignment in sync. */
const SHARES = { evaluate: 0.5, assign: 0.35, confirm: 0.15 } as const;

/** Lets the dynamic groups look at the device anew; an evaluation under way is overtaken. */
export function startProfileEvaluation(tenant: Tenant, device: PracticeDeviceRow, at: number): void {
  const turn = device.profileTurn + 1;
  tenant.state.devices.update(device.id, { profileTurn: turn });
  schedule(tenant, device, { turn, step: 'evaluate' }, at);
}

/** After a changed assignment every device has to be looked at. */
export function startEveryProfileEvaluation(tenant: Tenant, at: number): void {
  for (const device of tenant.state.devices.all()) {
    if (device.isListed === 1) startProfileEvaluation(tenant, device, at);
  }
}

/**
 * Takes the step that is due of evaluate, assign and confirm, and plans the next; a step of an overtaken evaluation does
 * nothing.
 */
export function takeProfileStep(tenant: Tenant, deviceId: string, detail: string, at: number): void {
  const { turn, step } = stepSchema.parse(JSON.parse(detail));
  const device = tenant.state.devices.find(deviceId);
  if (device?.profileTurn !== turn) return;
  switch (step) {
    case 'evaluate':
      evaluate(tenant, device, at);
      return;
    case 'assign':
      assign(tenant, device, at);
      return;
    case 'confirm':
      tenant.state.devices.update(device.id, { profileStatus: 'assignedInSync' });
      return;
  }
}

/** The profile a device should have: of those that include it and do not exclude it, the oldest. */
function profileFor(tenant: Tenant, device: PracticeDeviceRow): DeploymentProfileRow | null {
  const groupIds = new Set(
    tenant.state.groups
      .all()
      .filter((group) => isInDynamicGroup(group, device))
      .map((group) => group.id),
  );
  const assignments = tenant.state.profileAssignments.all();
  const fits = (profile: DeploymentProfileRow): boolean => {
    const own = assignments.filter(({ profileId }) => profileId === profile.id);
    const concerns = ({ groupId }: { readonly groupId: string | null }): boolean =>
      groupId !== null && groupIds.has(groupId);
    if (own.some((target) => target.targetType === 'exclusionGroupAssignmentTarget' && concerns(target))) return false;
    return own.some(
      (target) =>
        target.targetType === 'allDevicesAssignmentTarget' ||
        (target.targetType === 'groupAssignmentTarget' && concerns(target)),
    );
  };
  return tenant.state.profiles.all().find(fits) ?? null;
}

function evaluate(tenant: Tenant, device: PracticeDeviceRow, at: number): void {
  const profile = profileFor(tenant, device);
  if (!profile) {
    tenant.state.devices.update(device.id, {
      profileStatus: 'notAssigned',
      profileDetailedStatus: 'none',
      profileAssignedAt: null,
      deploymentProfileId: null,
      intendedProfileId: null,
    });
    return;
  }
  if (profile.id === device.deploymentProfileId && device.profileStatus.startsWith('assigned')) return;
  tenant.state.devices.update(device.id, {
    profileStatus: 'pending',
    profileDetailedStatus: 'none',
    intendedProfileId: profile.id,
  });
  schedule(tenant, device, { turn: device.profileTurn, step: 'assign' }, at);
}

function assign(tenant: Tenant, device: PracticeDeviceRow, at: number): void {
  const profile = device.intendedProfileId === null ? undefined : tenant.state.profiles.find(device.intendedProfileId);
  if (!profile) return;
  const isSelfDeploying = profile.usageType === 'shared';
  if (isSelfDeploying && (device.isVirtualMachine === 1 || device.hasTpm === 0)) {
    tenant.state.devices.update(device.id, {
      profileStatus: 'failed',
      profileDetailedStatus: 'hardwareRequirementsNotMet',
      profileAssignedAt: null,
      deploymentProfileId: null,
    });
    return;
  }
  tenant.state.devices.update(device.id, {
    profileStatus: 'assignedUnkownSyncState',
    profileAssignedAt: at,
    deploymentProfileId: profile.id,
  });
  schedule(tenant, device, { turn: device.profileTurn, step: 'confirm' }, at);
}

function schedule(tenant: Tenant, device: PracticeDeviceRow, step: Step, at: number): void {
  const delay = delayFor(tenant, 'profile', device.serialNumber) * SHARES[step.step];
  tenant.state.dueEvents.add('profileStep', device.id, at + Math.round(delay), JSON.stringify(step));
}
