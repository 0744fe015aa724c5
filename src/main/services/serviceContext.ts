import type { AuditStore } from '../store/auditStore.ts';
import type { DeviceEventStore } from '../store/deviceEventStore.ts';
import type { DeviceStore } from '../store/deviceStore.ts';
import type { Store } from '../store/openStore.ts';
import type { SettingStore } from '../store/settingStore.ts';
import type { EventHub } from '../eventHub.ts';
import type { Ports } from '../ports.ts';

/** What every service may use. A service that needs more asks for it as a further argument. */
export interface ServiceContext {
  readonly ports: Ports;
  readonly store: Store;
  readonly devices: DeviceStore;
  readonly history: DeviceEventStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  readonly publish: EventHub['publish'];
  /** The technician's initials, or "—" where none are set. */
  readonly who: () => string;
}
