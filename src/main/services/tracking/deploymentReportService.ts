import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { readDeploymentReport } from './readDeploymentReport.ts';

/** Intune's deployment report: the cloud's view of each run. The bench's own record outranks it, and is never changed by it. */
export function createDeploymentReportService(
  context: MicrosoftContext,
): HandlersOf<'tracking.events' | 'tracking.readEvents'> {
  return {
    'tracking.events': ({ deviceId }) => context.deploymentEvents.ofDevice(deviceId),
    'tracking.readEvents': ({ tenantId }) => forPerson((signal) => readDeploymentReport(context, tenantId, signal)),
  };
}
