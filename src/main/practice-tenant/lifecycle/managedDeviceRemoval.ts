import type { ManagedDeviceRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';

/** Accepts the deletion of an Intune device, which takes a while; returns whether it was the first. */
export function queueManagedDeviceRemoval(tenant: Tenant, device: ManagedDeviceRow): boolean {
  const { dueEvents } = tenant.state;
  if (dueEvents.lastDueAt('managedDeviceRemoved', device.id) !== null) return false;
  const delay = delayFor(tenant, 'managedDeviceRemoval', device.serialNumber);
  dueEvents.add('managedDeviceRemoved', device.id, tenant.clock.now() + delay);
  return true;
}

/** Ends a queued deletion: the Autopilot device is as if it had never enrolled. */
export function dropManagedDevice(tenant: Tenant, managedDeviceId: string): void {
  const { managedDevices, database } = tenant.state;
  const device = managedDevices.find(managedDeviceId);
  if (!device) return;
  managedDevices.remove(managedDeviceId);
  database
    .prepare<[string]>(
      `UPDATE autopilot_device SET managed_device_id = NULL, enrollment_state = 'notContacted', userless_enrollment_status = 'unknown'
        WHERE managed_device_id = ?`,
    )
    .run(managedDeviceId);
  database.prepare<[string]>('UPDATE entra_device SET is_managed = 0 WHERE device_id = ?').run(device.entraDeviceId);
}
