import type { BoardGuide } from '../../shared/boards/boardGuide.ts';
import type { Formatter } from '../../shared/format/formatter.ts';
import type { EventHub } from '../eventHub.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ports, SecretBox } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { ChecklistTemplates } from './checklists/checklistTemplates.ts';
import type { ChecklistViews } from './checklists/checklistViews.ts';
import type { DeviceViews } from './devices/deviceViews.ts';
import type { ServiceStores } from './serviceStores.ts';
import type { LocatePracticeTenant, TenantConnections } from './tenants/tenantConnections.ts';
import type { TenantSessions } from './tenants/tenantSessions.ts';

/** Closes the queue, does something to its file, and opens it again, whatever came of that. */
export type Reopen = <Result>(whileClosed: () => Result) => Promise<Result>;

/** What every service may use. */
export interface ServiceContext extends ServiceStores {
  readonly ports: Ports;
  readonly store: Store;
  /** For what a person reads at once. What is stored, or also read by programs, is written by the neutral one. */
  readonly formatter: Formatter;
  readonly publish: EventHub['publish'];
  readonly reopen: Reopen;
  /** The technician's initials, or "—" where none are set. */
  readonly who: () => string;
  /** The way to each tenant's Graph. */
  readonly connections: TenantConnections;
  /** Where the sign-ins of people are kept. */
  readonly secretBox: SecretBox;
  readonly sessions: TenantSessions;
  readonly practiceTenant: LocatePracticeTenant;
  readonly outbox: Outbox;
  readonly deviceViews: DeviceViews;
  readonly checklistViews: ChecklistViews;
  readonly boardGuide: BoardGuide;
  readonly checklistTemplates: ChecklistTemplates;
}
