import { recordDeployment, recordUserPart } from './deploymentEvent.ts';
import { deviceNameOf, enroll, readyForStart, refusal, whoSignsIn, type FlowRefusal } from './enrollment.ts';
import type { FlowEnd } from './technicianFlow.ts';
import type { PracticeDeviceRow, ManagedDeviceRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/**
 * Plays the user's part of a registered device: the first sign-in after a technician flow, or the whole set-up where there
 * was none. On a kiosk or shared device somebody signs in, and it stays nobody's. Returns why not where nobody could have.
 * Sources: "Windows Autopilot user-driven mode", "Windows Autopilot self-deploying mode" (Microsoft Learn).
 */
export function runUserFlow(tenant: Tenant, device: PracticeDeviceRow, end: FlowEnd): FlowRefusal | null {
  const managed =
    device.managedDeviceId === null ? undefined : tenant.state.managedDevices.find(device.managedDeviceId);
  return managed ? signIn(tenant, device, managed) : setUp(tenant, device, end);
}

/** The device is enrolled already. */
function signIn(tenant: Tenant, device: PracticeDeviceRow, managed: ManagedDeviceRow): FlowRefusal | null {
  if (device.enrollmentState === 'failed') {
    return refusal('The deployment of the device failed: its red screen lets nobody sign in.');
  }
  const user = whoSignsIn(tenant, device.userPrincipalName);
  if (!user) return refusal('Nobody is there to sign in.');
  const profile = tenant.state.profiles.find(device.deploymentProfileId ?? '');
  const isNobodys = profile?.usageType === 'shared';
  const now = tenant.clock.now();
  tenant.state.managedDevices.update(managed.id, { lastSyncAt: now, ...(isNobodys ? {} : { userId: user.id }) });
  tenant.state.devices.update(device.id, { lastContactedAt: now });
  if (!isNobodys) recordUserPart(tenant, device, user);
  return null;
}

/** From the first page of Windows to the desktop: the user enrolls the device. */
function setUp(tenant: Tenant, device: PracticeDeviceRow, end: FlowEnd): FlowRefusal | null {
  const ready = readyForStart(tenant, device);
  if (!('profile' in ready)) return ready;
  const { profile } = ready;
  if (profile.usageType === 'shared') {
    return refusal('The profile of this device is self-deploying: it deploys by itself, and nobody signs in before.');
  }
  const user = whoSignsIn(tenant, device.userPrincipalName);
  if (!user) return refusal('Nobody is there to sign in.');
  const managedDeviceId = enroll(tenant, device, profile, user);
  tenant.state.devices.update(device.id, {
    enrollmentState: end.result === 'success' ? 'enrolled' : 'failed',
    lastContactedAt: tenant.clock.now(),
    managedDeviceId,
  });
  recordDeployment(tenant, {
    device,
    profile,
    deviceName: deviceNameOf(device),
    user,
    enrollmentType: profile.joinType === 'hybrid' ? 'offlineDomainJoined' : 'azureADJoinedWithAutopilotProfile',
    accountSetup: end.result === 'success' ? 'success' : 'notAttempted',
    ...end,
  });
  return null;
}
