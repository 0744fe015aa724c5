import type { GraphClient } from '../graphClient.ts';

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
  /** ISO 8601 durations such as `PT5M30S`. */
  readonly deploymentDuration: string | null;
  readonly failureDetails: string | null;
}

export interface PolicyStatusDetail {
  readonly id: string;
  readonly displayName: string | null;
  readonly policyType: string | null;
  readonly complianceStatus: string | null;
  readonly isTrackedOnEnrollmentStatusPage: boolean | null;
  readonly lastReportedAt: string | null;
  readonly errorCode: number | null;
}

export declare function listAutopilotEvents(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly AutopilotEvent[]>;
export declare function listPolicyStatusDetails(
  client: GraphClient,
  eventId: string,
  signal: AbortSignal,
): Promise<readonly PolicyStatusDetail[]>;
