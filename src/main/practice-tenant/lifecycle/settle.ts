import type { DueEvent } from '../state/dueEvents.ts';
import type { Tenant } from '../tenant.ts';
import { listDevice, makeEntraDevice, removeDevice, showChange } from './deviceChanges.ts';
import { finishImport, showPending } from './importLifecycle.ts';
import { dropManagedDevice } from './managedDeviceRemoval.ts';
import { takeProfileStep } from './profileLifecycle.ts';
import { finishSync } from './synchronisation.ts';

/** Lets everything happen that is due by now, each at its own time and in order. */
export function settle(tenant: Tenant, now: number): void {
  for (let event = tenant.state.dueEvents.takeDue(now); event; event = tenant.state.dueEvents.takeDue(now)) {
    happen(tenant, event);
  }
}

function happen(tenant: Tenant, event: DueEvent): void {
  switch (event.kind) {
    case 'importPending':
      showPending(tenant, event.subject);
      return;
    case 'importFinished':
      finishImport(tenant, event.subject, event.dueAt);
      return;
    case 'deviceListed':
      listDevice(tenant, event.subject, event.dueAt);
      return;
    case 'entraDeviceMade':
      makeEntraDevice(tenant, event.subject, event.dueAt);
      return;
    case 'profileStep':
      takeProfileStep(tenant, event.subject, event.detail, event.dueAt);
      return;
    case 'changeVisible':
      showChange(tenant, event.subject, event.detail, event.dueAt);
      return;
    case 'deviceRemoved':
      removeDevice(tenant, event.subject);
      return;
    case 'managedDeviceRemoved':
      dropManagedDevice(tenant, event.subject);
      return;
    case 'associationRemoved':
      tenant.state.associatedDevices.remove(event.subject);
      return;
    case 'syncFinished':
      finishSync(tenant, event.dueAt);
      return;
  }
}
