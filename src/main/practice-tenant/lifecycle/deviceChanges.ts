import { z } from 'zod';
import type { PracticeDeviceRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { startProfileEvaluation } from './profileLifecycle.ts';

const changeSchema = z.strictObject({
  groupTag: z.string().optional(),
  displayName: z.string().optional(),
  userPrincipalName: z.string().optional(),
  addressableUserName: z.string().optional(),
});

export type PracticeDeviceChange = z.infer<typeof changeSchema>;

/** Accepts a change that reads will show only after the read-back delay, in the order in which changes came. */
export function queueChange(
  tenant: Tenant,
  device: PracticeDeviceRow,
  change: PracticeDeviceChange,
  now: number,
): void {
  const wanted = now + delayFor(tenant, 'readBack', device.serialNumber) + tenant.extraReadBackMs();
  const dueAt = Math.max(wanted, tenant.state.dueEvents.lastDueAt('changeVisible', device.id) ?? 0);
  tenant.state.dueEvents.add('changeVisible', device.id, dueAt, JSON.stringify(changeSchema.parse(change)));
}

/** Shows a queued change, and lets the dynamic groups look at a new group tag. */
export function showChange(tenant: Tenant, deviceId: string, detail: string, at: number): void {
  const device = tenant.state.devices.find(deviceId);
  if (!device) return;
  const { groupTag, displayName, userPrincipalName, addressableUserName } = changeSchema.parse(JSON.parse(detail));
  tenant.state.devices.update(deviceId, {
    ...(groupTag === undefined ? {} : { groupTag }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(userPrincipalName === undefined ? {} : { userPrincipalName }),
    ...(addressableUserName === undefined ? {} : { addressableUserName }),
  });
  if (groupTag === undefined || groupTag === device.groupTag) return;
  tenant.state.database
    .prepare<[string, string]>('UPDATE entra_device SET group_tag = ? WHERE ztd_id = ?')
    .run(groupTag, deviceId);
  startProfileEvaluation(tenant, device, at);
}

/** A complete import becomes a device that can be read. */
export function listDevice(tenant: Tenant, deviceId: string, at: number): void {
  const device = tenant.state.devices.find(deviceId);
  if (!device || device.isListed === 1) return;
  tenant.state.devices.update(deviceId, { isListed: 1 });
  tenant.state.dueEvents.add('entraDeviceMade', deviceId, at + delayFor(tenant, 'entraDevice', device.serialNumber));
  startProfileEvaluation(tenant, device, at);
}

/** A listed device gets its object in Entra. */
export function makeEntraDevice(tenant: Tenant, deviceId: string, at: number): void {
  const device = tenant.state.devices.find(deviceId);
  if (!device || device.entraDeviceId !== '') return;
  const hardware = `${device.manufacturer}\n${device.model}\n${device.serialNumber}`;
  const entraDeviceId = tenant.state.newId('entraDevice', hardware);
  tenant.state.devices.update(deviceId, { entraDeviceId });
  tenant.state.entraDevices.insert({
    id: tenant.state.newId('entraObject', hardware),
    deviceId: entraDeviceId,
    // Entra shows a device that Autopilot registered ahead under its serial number.
    displayName: device.serialNumber,
    ztdId: device.id,
    groupTag: device.groupTag,
    wasEnrolled: 0,
    isManaged: 0,
    isHybrid: 0,
    manufacturer: device.manufacturer,
    model: device.model,
    registeredAt: at,
  });
}

/** Ends a queued removal. An Entra object that never enrolled goes with the registration, another one stays. */
export function removeDevice(tenant: Tenant, deviceId: string): void {
  tenant.state.devices.remove(deviceId);
  tenant.state.database
    .prepare<[string]>('DELETE FROM entra_device WHERE ztd_id = ? AND was_enrolled = 0')
    .run(deviceId);
  tenant.state.database.prepare<[string]>('UPDATE entra_device SET ztd_id = NULL WHERE ztd_id = ?').run(deviceId);
}
