import { isoTime, type JsonObject } from './protocol/graphMessages.ts';
import type { PracticeDeviceRow, DeploymentProfileRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

export type DeploymentResult = 'success' | 'failure';

interface Deployment {
  readonly device: PracticeDeviceRow;
  readonly profile: DeploymentProfileRow;
  readonly deviceName: string;
  readonly result: DeploymentResult;
  /** What the last application answers in a technician flow that fails, as Windows writes it. */
  readonly errorCode: string;
}

const apps: readonly string[] = ['Company Portal', 'Microsoft 365 Apps', 'Depot agent'];
const configurations: readonly string[] = ['Firewall', 'Disk encryption'];
/** Writes the event of a technician flow into the deployment report, with what became of each application and policy. */
export function recordDeployment(tenant: Tenant, deployment: Deployment): void {
  const { events, newId } = tenant.state;
  const now = tenant.clock.now();
  const id = newId('event', deployment.device.id);
  events.insert({
    id,
    position: (events.all().at(-1)?.position ?? 0) + 1,
    document: JSON.stringify(eventBody(id, deployment, now)),
    policies: JSON.stringify(policyBodies(deployment, now, (name) => newId('policyStatus', `${id} ${name}`))),
  });
}

function eventBody(
  id: string,
  { device, profile, deviceName, result, errorCode }: Deployment,
  now: number,
): JsonObject {
  const minutesAgo = (minutes: number): string => isoTime(now - minutes * 60_000);
  return {
    id,
    deviceId: device.entraDeviceId,
    userId: '',
    eventDateTime: isoTime(now),
    deviceRegisteredDateTime: minutesAgo(26),
    enrollmentStartDateTime: minutesAgo(24),
    enrollmentType: profile.joinType === 'hybrid' ? 'offlineDomainJoinedWithWhiteGlove' : 'azureADJoinedWithWhiteGlove',
    deviceSerialNumber: device.serialNumber,
    managedDeviceName: deviceName,
    userPrincipalName: '',
    windowsAutopilotDeploymentProfileDisplayName: profile.displayName,
    enrollmentState: 'enrolled',
    windows10EnrollmentCompletionPageConfigurationDisplayName: 'All users and all devices',
    windows10EnrollmentCompletionPageConfigurationId: profile.id,
    deploymentState: result,
    deviceSetupStatus: result,
    accountSetupStatus: 'notAttempted',
    osVersion: '10.0.26100.4652',
    deploymentDuration: 'PT24M10S',
    deploymentTotalDuration: 'PT26M5S',
    devicePreparationDuration: 'PT3M40S',
    deviceSetupDuration: 'PT18M20S',
    accountSetupDuration: 'PT0S',
    deploymentStartDateTime: minutesAgo(26),
    deploymentEndDateTime: isoTime(now),
    targetedAppCount: apps.length,
    targetedPolicyCount: configurations.length,
    enrollmentFailureDetails:
      result === 'success'
        ? ''
        : `One of the applications could not be installed (0x${errorCode.slice(2).toUpperCase()}).`,
  };
}

function policyBodies(
  { result, errorCode: failure }: Deployment,
  now: number,
  idOf: (name: string) => string,
): readonly JsonObject[] {
  const body = (displayName: string, policyType: string, complianceStatus: string, errorCode = 0): JsonObject => ({
    id: idOf(displayName),
    displayName,
    policyType,
    complianceStatus,
    trackedOnEnrollmentStatus: true,
    lastReportedDateTime: isoTime(now),
    errorCode,
  });
  return [
    ...apps.map((name, index) =>
      result === 'failure' && index === apps.length - 1
        ? // A signed 32-bit number, as Intune has all of Windows' codes.
          body(name, 'application', 'error', Number(failure) | 0)
        : body(name, 'application', 'installed'),
    ),
    ...configurations.map((name) => body(name, 'configurationPolicy', 'compliant')),
  ];
}
