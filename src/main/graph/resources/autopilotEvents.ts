import { z } from 'zod';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { readAll, readPages } from '../paging.ts';
import { versions } from '../versions.ts';
import {
  besideRaw,
  optionalBoolean,
  optionalId,
  optionalInstant,
  optionalNumber,
  optionalText,
  type RawProperties,
} from './wire.ts';

/** A row of Intune's deployment report. */
export interface AutopilotEvent {
  readonly id: string;
  readonly deviceId: string | null;
  readonly serialNumber: string | null;
  readonly at: string | null;
  readonly enrollmentState: string | null;
  readonly deploymentState: string | null;
  readonly deviceSetupStatus: string | null;
  readonly accountSetupStatus: string | null;
  readonly profileName: string | null;
  readonly deploymentStartedAt: string | null;
  readonly deploymentEndedAt: string | null;
  /** An ISO 8601 duration such as `PT5M30S`. */
  readonly deploymentDuration: string | null;
  readonly failureDetails: string | null;
  /** The row as it came. */
  readonly properties: RawProperties;
}

/** How one app or policy of the enrollment status page fared. */
export interface PolicyStatusDetail {
  readonly id: string;
  readonly displayName: string | null;
  readonly policyType: string | null;
  readonly complianceStatus: string | null;
  readonly isTrackedOnEnrollmentStatusPage: boolean | null;
  readonly lastReportedAt: string | null;
  readonly errorCode: number | null;
  /** The row as it came. */
  readonly properties: RawProperties;
}

const autopilotEvent = besideRaw(
  z.object({
    id: z.string().min(1),
    deviceId: optionalId,
    deviceSerialNumber: optionalText,
    eventDateTime: optionalInstant,
    enrollmentState: optionalText,
    deploymentState: optionalText,
    deviceSetupStatus: optionalText,
    accountSetupStatus: optionalText,
    windowsAutopilotDeploymentProfileDisplayName: optionalText,
    deploymentStartDateTime: optionalInstant,
    deploymentEndDateTime: optionalInstant,
    deploymentDuration: optionalText,
    enrollmentFailureDetails: optionalText,
  }),
  (wire, properties): AutopilotEvent => ({
    id: wire.id,
    deviceId: wire.deviceId,
    serialNumber: wire.deviceSerialNumber,
    at: wire.eventDateTime,
    enrollmentState: wire.enrollmentState,
    deploymentState: wire.deploymentState,
    deviceSetupStatus: wire.deviceSetupStatus,
    accountSetupStatus: wire.accountSetupStatus,
    profileName: wire.windowsAutopilotDeploymentProfileDisplayName,
    deploymentStartedAt: wire.deploymentStartDateTime,
    deploymentEndedAt: wire.deploymentEndDateTime,
    deploymentDuration: wire.deploymentDuration,
    failureDetails: wire.enrollmentFailureDetails,
    properties,
  }),
);

const policyStatusDetail = besideRaw(
  z.object({
    id: z.string().min(1),
    displayName: optionalText,
    policyType: optionalText,
    complianceStatus: optionalText,
    trackedOnEnrollmentStatus: optionalBoolean,
    lastReportedDateTime: optionalInstant,
    errorCode: optionalNumber,
  }),
  (wire, properties): PolicyStatusDetail => ({
    id: wire.id,
    displayName: wire.displayName,
    policyType: wire.policyType,
    complianceStatus: wire.complianceStatus,
    isTrackedOnEnrollmentStatusPage: wire.trackedOnEnrollmentStatus,
    lastReportedAt: wire.lastReportedDateTime,
    errorCode: wire.errorCode,
    properties,
  }),
);

const BASE = '/deviceManagement/autopilotEvents';
const read = {
  version: versions.autopilotEvents,
  method: 'GET',
  scope: 'DeviceManagementManagedDevices.Read.All',
} as const satisfies Partial<GraphCall>;

/** The deployment report of the last 30 days, page by page. */
export function listAutopilotEvents(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly AutopilotEvent[], boolean> {
  return readPages(client, { ...read, path: BASE }, autopilotEvent, signal);
}

/**
 * What became of each app and policy of one deployment, in Intune's own words. @param eventId of the deployment report
 */
export function listPolicyStatusDetails(
  client: GraphClient,
  eventId: string,
  signal: AbortSignal,
): Promise<readonly PolicyStatusDetail[]> {
  const path = `${BASE}/${encodeURIComponent(eventId)}/policyStatusDetails`;
  return readAll(client, { ...read, path }, policyStatusDetail, signal);
}
