import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { createBudgetStore } from '../store/budgetStore.ts';
import type { CaptureStore } from '../store/captureStore.ts';
import { createDeploymentEventStore } from '../store/deploymentEventStore.ts';
import { createListedDeviceStore } from '../store/listedDeviceStore.ts';
import { createDeviceLinkStore } from '../store/deviceLinkStore.ts';
import type { StoredJob } from '../store/jobRow.ts';
import { createJobList } from '../store/jobList.ts';
import { createJobStore } from '../store/jobStore.ts';
import { createRunnerStore } from '../store/runnerStore.ts';
import type { TenantStore } from '../store/tenantStore.ts';
import { createTrackingStore } from '../store/trackingStore.ts';
import { createAssignmentService, createChangeHandlers } from './assignment/assignmentService.ts';
import { createAssociateStep } from './identifiers/associateStep.ts';
import { createIdentifiersService } from './identifiers/identifiersService.ts';
import { createUploadHandlers } from './identifiers/uploadSteps.ts';
import { createJobsService } from './jobs/jobsService.ts';
import { judgeFailure } from './jobs/judgeFailure.ts';
import type { MicrosoftContext } from './microsoftContext.ts';
import { createDeregisterHandlers } from './removal/deregisterSteps.ts';
import { createRegistrationProgress } from './registration/registrationProgress.ts';
import { createRegisterHandlers, createRegistrationService } from './registration/registrationService.ts';
import { createRemovalService } from './removal/removalService.ts';
import { createUnblockService } from './registration/unblockService.ts';
import { createUnblockHandlers } from './registration/unblockSteps.ts';
import { createLookUpZtdId } from './scans/lookUpZtdId.ts';
import type { ServiceContext } from './serviceContext.ts';
import type { TenantConnections } from './tenants/tenantConnections.ts';
import { createDeploymentReportService } from './tracking/deploymentReportService.ts';
import { createSyncHandler } from './tracking/syncJob.ts';
import { createTracker } from './tracking/tracker.ts';
import { createTrackingService } from './tracking/trackingService.ts';

/** Everything that changes or follows devices at Microsoft's, wired: the outbox with its handlers, and the tracking. */
export function createMicrosoft(
  services: ServiceContext,
  { connections, tenants }: { readonly connections: TenantConnections; readonly tenants: TenantStore },
  captures: Pick<CaptureStore, 'hardwareHashOf'>,
) {
  const { ports, publish, settings, store } = services;
  const now = ports.clock.now;
  const jobs = createJobStore(store, now);
  const outbox: Outbox = createOutbox({
    jobs,
    runners: createRunnerStore(store, now),
    settings,
    clock: ports.clock,
    log: ports.log,
    judge,
    random: Math.random,
    canReach: connections.canReach,
    changed: () => publish('jobs.changed'),
  });
  const context: MicrosoftContext = {
    ...services,
    outbox,
    jobs,
    jobList: createJobList(store),
    budgets: createBudgetStore(store, now),
    captures,
    tenants,
    tracking: createTrackingStore(store, now),
    listedDevices: createListedDeviceStore(store),
    deploymentEvents: createDeploymentEventStore(store, now),
    connections,
  };
  const tracker = createTracker(context);
  const deviceLinks = createDeviceLinkStore(store);
  outbox.handle(
    ...createRegisterHandlers(context),
    ...createChangeHandlers(context),
    ...createDeregisterHandlers(context),
    ...createUnblockHandlers(context),
    createSyncHandler(context),
    ...createUploadHandlers(context),
    createAssociateStep(context, deviceLinks),
  );

  async function judge(error: unknown, { tenantId, attempts }: StoredJob, jitter: number) {
    const pace = await connections.connectionTo(tenantId).then(
      (connection) => connection.pace,
      // No way to the tenant: then its time is ours.
      () => (milliseconds: number) => milliseconds,
    );
    return judgeFailure(error, attempts, pace, jitter);
  }

  return {
    handlers: {
      ...createRegistrationService(context),
      ...createRegistrationProgress(context),
      ...createRemovalService(context),
      ...createUnblockService(context),
      ...createAssignmentService(context),
      ...createTrackingService(context),
      ...createDeploymentReportService(context),
      ...createIdentifiersService(context, deviceLinks),
      ...createJobsService(context),
    },
    lookUpZtdId: createLookUpZtdId(context),
    /** Sends and follows from now on. */
    start(): void {
      outbox.start();
      tracker.start();
    },
    async close(): Promise<void> {
      await Promise.all([outbox.close(), tracker.close()]);
    },
  };
}
