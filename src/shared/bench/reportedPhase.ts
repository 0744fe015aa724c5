import type { BenchPhase } from './benchPhase.ts';
import type { BenchRun } from './benchRun.ts';

/** What a row of the deployment report says of how a deployment went, in Intune’s words. */
export interface ReportedDeployment {
  readonly deviceSetupStatus: string | null;
  readonly accountSetupStatus: string | null;
  readonly deploymentStartedAt: string | null;
  readonly deploymentEndedAt: string | null;
}

const FAILED = 'failure';

/** The phase that failed; null where the row does not name one. It never names device preparation. */
export function reportedPhaseOf({ deviceSetupStatus, accountSetupStatus }: ReportedDeployment): BenchPhase | null {
  if (deviceSetupStatus === FAILED) return 'deviceSetup';
  return accountSetupStatus === FAILED ? 'accountSetup' : null;
}

/**
 * The failed run that a row is about and of which nobody said the phase; null where none is. @param runs newest first
 */
export function runWithoutPhase(
  runs: readonly BenchRun[],
  deployment: ReportedDeployment,
  now: string,
): BenchRun | null {
  const run = runs.find((candidate) => isMeanwhile(candidate, deployment, now));
  return run?.result === 'failed' && run.phase === null ? run : null;
}

/** Whether the deployment ran while the bench had the device in its flow. A time that is still to come tells nothing. */
function isMeanwhile(
  { startedAt, endedAt }: BenchRun,
  { deploymentStartedAt: began, deploymentEndedAt: ended }: ReportedDeployment,
  now: string,
): boolean {
  if (startedAt === null || endedAt === null || began === null || ended === null) return false;
  return (began <= endedAt || began > now) && ended >= startedAt;
}
