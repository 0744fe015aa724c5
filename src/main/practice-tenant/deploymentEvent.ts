import { z } from 'zod';
import { isoTime, type JsonObject } from './protocol/graphMessages.ts';
import type { PracticeDeviceRow, DeploymentProfileRow, UserRow } from './state/rows.ts';
import { pageOfDevice, statusPageId } from './statusPageSeed.ts';
import type { Tenant } from './tenant.ts';

export type DeploymentResult = 'success' | 'failure';

interface Deployment {
  readonly device: PracticeDeviceRow;
  readonly profile: DeploymentProfileRow;
  readonly deviceName: string;
  /** Who enrolled it; null for a device that enrolled by itself. */
  readonly user: UserRow | null;
  /** In the words of `windowsAutopilotEnrollmentType`. */
  readonly enrollmentType: string;
  /** In the words of `windowsAutopilotDeploymentState`. */
  readonly accountSetup: string;
  readonly result: DeploymentResult;
  /** What the last application answers in a deployment that fails, as Windows writes it. */
  readonly errorCode: string;
}

const apps: readonly string[] = ['Company Portal', 'Microsoft 365 Apps', 'Depot agent'];
const configurations: readonly string[] = ['Firewall', 'Disk encryption'];

/** Writes the event of an enrollment into the deployment report, with what became of each application and policy. */
export function recordDeployment(tenant: Tenant, deployment: Deployment): void {
  const { events, newId } = tenant.state;
  const now = tenant.clock.now();
  const id = newId('event', deployment.device.id);
  events.insert({
    id,
    position: (events.all().at(-1)?.position ?? 0) + 1,
    document: JSON.stringify({ ...eventBody(id, deployment, now), ...statusPageOf(tenant, deployment.device) }),
    policies: JSON.stringify(policyBodies(deployment, now, (name) => newId('policyStatus', `${id} ${name}`))),
  });
}

const document = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/**
 * The user's part of a device that a technician pre-provisioned comes into the event of its enrollment: the report knows new
 * enrollments only ("Windows Autopilot deployment status").
 */
export function recordUserPart(tenant: Tenant, device: PracticeDeviceRow, user: UserRow): void {
  const { events } = tenant.state;
  for (const event of [...events.all()].reverse()) {
    const body = document.parse(JSON.parse(event.document));
    if (body['deviceId'] !== device.entraDeviceId) continue;
    if (body['accountSetupStatus'] !== 'notAttempted') return;
    const told = { userId: user.id, userPrincipalName: user.userPrincipalName };
    const setUp = { accountSetupStatus: 'success', accountSetupDuration: 'PT4M30S' };
    events.update(event.id, { document: JSON.stringify({ ...body, ...told, ...setUp }) });
    return;
  }
}

function statusPageOf(tenant: Tenant, device: PracticeDeviceRow): JsonObject {
  const name = pageOfDevice(tenant.state, device);
  return {
    windows10EnrollmentCompletionPageConfigurationDisplayName: name,
    windows10EnrollmentCompletionPageConfigurationId: statusPageId(tenant, name),
  };
}

function eventBody(
  id: string,
  { device, profile, deviceName, user, enrollmentType, accountSetup, result, errorCode }: Deployment,
  now: number,
): JsonObject {
  const minutesAgo = (minutes: number): string => isoTime(now - minutes * 60_000);
  return {
    id,
    deviceId: device.entraDeviceId,
    userId: user?.id ?? '',
    eventDateTime: isoTime(now),
    deviceRegisteredDateTime: minutesAgo(26),
    enrollmentStartDateTime: minutesAgo(24),
    enrollmentType,
    deviceSerialNumber: device.serialNumber,
    managedDeviceName: deviceName,
    userPrincipalName: user?.userPrincipalName ?? '',
    windowsAutopilotDeploymentProfileDisplayName: profile.displayName,
    enrollmentState: 'enrolled',
    deploymentState: result,
    deviceSetupStatus: result,
    accountSetupStatus: accountSetup,
    osVersion: '10.0.26100.4652',
    deploymentDuration: 'PT24M10S',
    deploymentTotalDuration: 'PT26M5S',
    deviceSetupDuration: 'PT18M20S',
    accountSetupDuration: accountSetup === 'success' ? 'PT4M30S' : 'PT0S',
    deploymentStartDateTime: minutesAgo(26),
    deploymentEndDateTime: isoTime(now),
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
