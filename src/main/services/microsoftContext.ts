import type { Outbox } from '../outbox/outbox.ts';
import type { BudgetStore } from '../store/budgetStore.ts';
import type { CaptureStore } from '../store/captureStore.ts';
import type { JobList } from '../store/jobList.ts';
import type { JobStore } from '../store/jobStore.ts';
import type { DeploymentEventStore } from '../store/deploymentEventStore.ts';
import type { ListedDeviceStore } from '../store/listedDeviceStore.ts';
import type { TenantStore } from '../store/tenantStore.ts';
import type { TrackingStore } from '../store/trackingStore.ts';
import type { ServiceContext } from './serviceContext.ts';
import type { TenantConnections } from './tenants/tenantConnections.ts';

/** What the services that change things at Microsoft's use besides. */
export interface MicrosoftContext extends ServiceContext {
  readonly outbox: Outbox;
  readonly jobs: JobStore;
  readonly jobList: JobList;
  readonly budgets: BudgetStore;
  /** For sending hashes to Microsoft, and for nothing else. */
  readonly captures: Pick<CaptureStore, 'hardwareHashOf'>;
  readonly tenants: TenantStore;
  /** How following each tenant goes. */
  readonly tracking: TrackingStore;
  /** What the Autopilot list holds besides the queue. */
  readonly listedDevices: ListedDeviceStore;
  readonly deploymentEvents: DeploymentEventStore;
  readonly connections: TenantConnections;
}
