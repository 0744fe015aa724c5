import type { Collected } from '../../graph/paging.ts';
import { listAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { FollowedDevice } from '../../store/deviceRow.ts';
import type { LastSeen } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { isSameValue } from '../../../shared/assignment/sameValue.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { deviceFactsOf } from './deviceFacts.ts';
import { mayBeNewlyRegistered, ownRow } from './ownRow.ts';
import { readIntune } from './readIntune.ts';
import { recordDevice } from './recordDevice.ts';
import { refreshDevices } from './refreshDevices.ts';

/** All that a refresh by hand asks Intune about: more than any depot has, and no more than a person waits for. */
const MOST_ASKED = 10_000;

export interface Refreshed {
  /** Devices that Microsoft told about. */
  readonly read: number;
  /** Pages that the list took, a request each. */
  readonly pages: number;
  readonly changed: number;
  /** Devices of the queue that were to be read by themselves and could not be. */
  readonly failed: number;
  /** False where Microsoft's list ended early; what it lacked of the queue was then read device by device. */
  readonly isWhole: boolean;
}

/**
 * Reads the whole Autopilot list of a tenant, then by themselves those devices whose row leaves something open; a full
 * refresh reads every registered device of the queue by itself, since rows lack the last contact and more.
 */
export async function refreshTenant(
  context: ServiceContext,
  tenantId: string,
  depth: 'list' | 'full',
  signal: AbortSignal,
): Promise<Refreshed> {
  const { client } = await context.connections.connectionTo(tenantId);
  const pages = listAutopilotDevices(client, signal);
  // Microsoft first: as long as it cannot be reached, none of the queue is read for it.
  let answer = await pages.next();
  const before = context.devices.registeredIn(tenantId);
  const known = new Map(before.map((device) => [device.ztdId, device]));
  const lastSeen = context.devices.lastSeenIn(tenantId);
  const seen = new Set<string>();
  /** Devices whose row lacks a value that Microsoft held before. */
  const lacking = new Set<string>();
  /** Values that any row of this list tells: where it tells them, one that is missing was cleared. */
  const told = new Set<keyof LastSeen>();
  const changed = new Set<string>();
  const toRead = new Set<string>();
  /** Of devices that no ZTDID in the queue tells. */
  const strange: AutopilotDeviceRow[] = [];
  let read = 0;
  let pageCount = 0;
  const isOfTenant = (device: { readonly tenantId: string }): boolean => device.tenantId === tenantId;
  /** Null where the row in the queue cannot be read: it stays as it is, is nobody new, and keeps nobody from the others. */
  const ofReadable = (record: () => Recorded | null) => context.store.setAside.orNull(() => ({ recorded: record() }));
  const note = (row: AutopilotDeviceRow, recorded: Recorded): void => {
    const { id } = recorded.device;
    seen.add(id);
    if (recorded.isChanged) changed.add(id);
    const before = lastSeen.get(id);
    if (leavesSomethingOpen(recorded) || (before !== undefined && isChangedElsewhere(row, before))) toRead.add(id);
    for (const name of listedNames) {
      if (listedValue(row, name) !== null) told.add(name);
      else if (before !== undefined && before[name] !== '') lacking.add(`${name} ${id}`);
    }
  };
  for (; answer.done !== true; answer = await pages.next()) {
    const page = answer.value;
    read += page.length;
    pageCount += 1;
    context.store.write(() => {
      for (const row of page) {
        const device = known.get(row.id);
        const isAsBefore = device !== undefined && hasNothingNew(device, row, context.ports.clock.now());
        if (isAsBefore) {
          note(row, { before: device, device, isChanged: false });
          continue;
        }
        const told = ofReadable(() =>
          recordRow(context, row, context.devices.withZtdId(row.id).find(isOfTenant)?.id ?? null),
        );
        if (told?.recorded === null) strange.push(row);
        else if (told !== null) note(row, told.recorded);
      }
    });
  }
  const isWhole = answer.value;
  // Which row is a device of the queue shows only when all rows of its serial number are known.
  const others = context.store.write(() =>
    [...Map.groupBy(strange, ({ serialNumber }) => foldSerial(serialNumber)).values()].flatMap((alike) =>
      alike.filter((row) => {
        const told = ofReadable(() =>
          recordRow(context, row, newlyListed(context, tenantId, row, { rows: alike, isWhole })),
        );
        if (told !== null && told.recorded !== null) note(row, told.recorded);
        return told?.recorded === null;
      }),
    ),
  );
  if (!isWhole) context.ports.log.warn('tracking.listEndedEarly', { tenantId, read });
  context.store.write(() => context.listedDevices.replace(tenantId, others.map(listedOf), isWhole));
  // The list can end early: a device that is missing from it is read by itself before it counts as gone.
  for (const { id } of before) {
    const isCleared = [...told].some((name) => lacking.has(`${name} ${id}`));
    if (!seen.has(id) || isCleared || depth === 'full') toRead.add(id);
  }
  const devices = await refreshDevices(context, tenantId, [...toRead], signal);
  for (const id of devices.changed) changed.add(id);
  if (depth === 'full') {
    const asked = context.devices.withIntuneRecord(tenantId, context.ports.clock.now().toISOString(), MOST_ASKED);
    for (const id of await readIntune(context, tenantId, asked, signal)) changed.add(id);
  }
  context.tenants.markRefreshed(tenantId);
  if (changed.size > 0) context.publish('devices.changed');
  return { read, pages: pageCount, changed: changed.size, failed: devices.failed, isWhole };
}

/** The device of the queue that a row without a known ZTDID tells about, among all rows of its serial number; or null. */
function newlyListed(
  { devices }: ServiceContext,
  tenantId: string,
  row: AutopilotDeviceRow,
  alike: Collected<AutopilotDeviceRow>,
): string | null {
  const found = devices
    .withSerialNumber(row.serialNumber?.trim() ?? '', tenantId)
    .find((device) => mayBeNewlyRegistered(device) && ownRow(devices, device, alike)?.id === row.id);
  return found?.id ?? knownByKeyAlone(devices, tenantId, row);
}

/** The device of the queue that is known by the row's product key ID and has no serial number; null where there are several. */
function knownByKeyAlone(
  devices: ServiceContext['devices'],
  tenantId: string,
  { productKeyId }: AutopilotDeviceRow,
): string | null {
  if (productKeyId === null) return null;
  const [device, rival] = devices.withProductKeyId(productKeyId).filter((one) => one.tenantId === tenantId);
  const isIt = device?.serialNumber === null && mayBeNewlyRegistered(device) && rival === undefined;
  return isIt ? device.id : null;
}

/** What a later import is compared with, and what can be taken into the queue; nothing about people. */
function listedOf({
  id,
  serialNumber,
  manufacturer,
  model,
  productKeyId,
  groupTag,
  purchaseOrder,
}: AutopilotDeviceRow) {
  return { ztdId: id, serialNumber, manufacturer, model, productKeyId, groupTag, purchaseOrder };
}

interface Recorded {
  readonly before: FollowedDevice;
  readonly device: FollowedDevice;
  readonly isChanged: boolean;
}

/**
 * Whether a row leaves something open, so that its device is read by itself. A device on its way to a profile has no
 * more to tell, and a device that Reseal is registering is read by its own job.
 */
function leavesSomethingOpen({ before, device }: Recorded): boolean {
  const isFoundHere = before.registration === 'none' || before.registration === 'removed';
  return (
    (isFoundHere && device.registration === 'registered') ||
    (before.registration === 'registered' && before.enrollment !== device.enrollment) ||
    isHardwareChange(before, device) ||
    isIncomplete(device)
  );
}

const listedNames = ['groupTag', 'user', 'purchaseOrder'] as const;

/** What a row of the list tells; a name it never has. */
function listedValue(row: AutopilotDeviceRow, name: keyof LastSeen): string | null {
  return { groupTag: row.groupTag, user: row.userPrincipalName, purchaseOrder: row.purchaseOrder }[name];
}

/** Somebody gave the device another group tag, user or purchase order. One that is missing says nothing by itself. */
function isChangedElsewhere(row: AutopilotDeviceRow, before: LastSeen): boolean {
  return listedNames.some((name) => {
    const value = listedValue(row, name);
    if (value === null) return false;
    return name === 'user' ? !isSameValue('user', value, before.user) : value !== before[name];
  });
}

/** A first report of “no hardware change” is no change: every registration brings one. */
function isHardwareChange(before: FollowedDevice, device: FollowedDevice): boolean {
  const isFirstWord = before.remediation === 'unknown' && device.remediation === 'none';
  return before.remediation !== device.remediation && !isFirstWord;
}

function isIncomplete(device: FollowedDevice): boolean {
  return (
    device.profile === 'assigned' &&
    (device.profileName === null || device.profileAssignedAt === null || device.profileAllowsPreProvisioning === null)
  );
}

/** Most rows of a long list say the same as before; the database is not asked for those. */
function hasNothingNew(device: FollowedDevice, row: AutopilotDeviceRow, now: Date): boolean {
  return Object.keys(deviceFactsOf(device, row, now).change).length === 0;
}

function recordRow(context: ServiceContext, row: AutopilotDeviceRow, deviceId: string | null): Recorded | null {
  const before = deviceId === null ? null : context.devices.get(deviceId);
  const recorded = before === null ? null : recordDevice(context, before.id, row);
  return before === null || recorded === null ? null : { before, ...recorded };
}
