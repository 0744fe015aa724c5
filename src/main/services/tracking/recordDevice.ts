import { heldField, propertyOfField, type HeldField } from '../../../shared/assignment/heldValue.ts';
import { isSameValue } from '../../../shared/assignment/sameValue.ts';
import { wish, wishKeyOf } from '../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import {
  changesElsewhere,
  heldBy,
  isSameField,
  type ChangeElsewhere,
  type HeldByMicrosoft,
} from './changesElsewhere.ts';
import { deviceFactsOf } from './deviceFacts.ts';

/** The fact that jobs of a device wait for until it is registered. */
export const registeredFact = (deviceId: string): string => `registered:${deviceId}`;

/**
 * Writes down what Microsoft says about a device, adds to its history, and releases the jobs that waited for it.
 * Belongs in a transaction, in which it reads the device anew: others may have written while Microsoft was asked.
 */
export function recordDevice(
  {
    devices,
    history,
    jobs,
    memberships,
    ports,
  }: Pick<ServiceContext, 'devices' | 'history' | 'jobs' | 'memberships' | 'ports'>,
  deviceId: string,
  told: AutopilotDeviceRow | AutopilotDevice,
): { readonly device: DeviceRecord; readonly isChanged: boolean } | null {
  const device = devices.get(deviceId);
  if (device === null) return null;
  const seen = asMayBeKept(device, told);
  const at = ports.clock.now().toISOString();
  const lastAnswer = devices.microsoftOf(deviceId)?.properties ?? null;
  const { change, events } = deviceFactsOf(device, seen, ports.clock.now(), lastAnswer);
  const before = heldBefore(device, seen.id);
  const held = 'deploymentProfile' in seen ? heldChange(device, before, seen) : forgottenHeld(device, before);
  for (const { event } of held.elsewhere) history.add({ ...event, deviceId });
  for (const event of events) history.add({ ...event, deviceId: device.id });
  const news = { ...change, ...held.change };
  const whole = {
    ...news,
    ...registrantOf(device, change),
    ...(before === null ? firstHeld(device, seen) : {}),
  };
  if (isInOtherGroups(device, news)) memberships.forget(device.id);
  const isChanged = Object.keys(whole).length > 0;
  const after = isChanged ? devices.change(device.id, whole) : device;
  if ('deploymentProfile' in seen) devices.keepMicrosoft(device.id, seen.properties);
  if (after.registration === 'registered' && device.registration !== 'registered') {
    jobs.announce(registeredFact(device.id));
  }
  return { device: after, isChanged };

  /** What Microsoft holds now as far as it is another than before, and what of it somebody else has set. */
  function heldChange(known: DeviceRecord, held: HeldByMicrosoft | null, told: AutopilotDevice): HeldChange {
    const now = heldBy(told);
    const elsewhere = changesElsewhere(known, held, now, (field, value) => wasSentFromHere(known.id, field, value));
    const isElsewhere = (field: HeldField): boolean => elsewhere.some((one) => one.field === field);
    const noticed = heldField.options
      .filter((field) => held === null || !isSameField(field, held[field], now[field]))
      .map((field) => [elsewhereFields[field], held !== null && isElsewhere(field) ? at : null] as const);
    const all: DeviceChange = {
      heldGroupTag: now.groupTag,
      heldUser: now.assignedUser,
      heldUserName: told.addressableUserName,
      heldName: now.deviceName,
      ...Object.fromEntries(noticed),
    };
    return { elsewhere, change: onlyDifferent(known, all) };
  }

  function wasSentFromHere(id: string, field: HeldField, value: string | null): boolean {
    if (field === 'purchaseOrder') return false;
    const property = propertyOfField[field];
    const values = jobs.mayAppear(id, wishKeyOf(id, property)).map(({ payload }) => wish.parse(payload).value);
    return values.some((sent) => isSameValue(property, sent, value));
  }
}

const USER_PROPERTIES: ReadonlySet<string> = new Set(['userPrincipalName', 'addressableUserName']);

/** What Microsoft tells, without the user of a device whose user was erased here. */
function asMayBeKept(
  { userErasedAt }: DeviceRecord,
  row: AutopilotDeviceRow | AutopilotDevice,
): AutopilotDeviceRow | AutopilotDevice {
  if (userErasedAt === null) return row;
  const nobody = { userPrincipalName: null, addressableUserName: null };
  if (!('deploymentProfile' in row)) return { ...row, ...nobody };
  const properties = Object.entries(row.properties).filter(([name]) => !USER_PROPERTIES.has(name));
  return { ...row, ...nobody, properties: Object.fromEntries(properties) };
}

/** Rules of groups go by these: once one of them is another, the groups that were read prove nothing. */
const GROUPING = ['heldGroupTag', 'purchaseOrder', 'ztdId'] as const;

const isInOtherGroups = (device: DeviceRecord, change: DeviceChange): boolean =>
  GROUPING.some((field) => change[field] !== undefined && change[field] !== device[field]);

interface HeldChange {
  readonly elsewhere: readonly ChangeElsewhere[];
  readonly change: DeviceChange;
}

const elsewhereFields = {
  groupTag: 'groupTagElsewhereAt',
  assignedUser: 'userElsewhereAt',
  deviceName: 'nameElsewhereAt',
  purchaseOrder: 'purchaseOrderElsewhereAt',
} as const satisfies Record<HeldField, keyof DeviceRecord>;

/** What Microsoft held of this registration at the last reading; null where it was never read, or was another registration. */
function heldBefore(device: DeviceRecord, ztdId: string): HeldByMicrosoft | null {
  if (device.microsoftReadAt === null || device.registration === 'removed') return null;
  if (device.ztdId !== null && device.ztdId !== ztdId) return null;
  const { heldGroupTag, heldUser, heldName, purchaseOrder } = device;
  return { groupTag: heldGroupTag, assignedUser: heldUser, deviceName: heldName, purchaseOrder };
}

/** What was read of another registration says nothing of this one, which was never read by itself. */
function forgottenHeld(device: DeviceRecord, before: HeldByMicrosoft | null): HeldChange {
  if (before !== null || device.microsoftReadAt === null) return { elsewhere: [], change: {} };
  return { elsewhere: [], change: { microsoftReadAt: null, ...onlyDifferent(device, nothingHeld) } };
}

const nothingHeld: DeviceChange = {
  heldGroupTag: null,
  heldUser: null,
  heldUserName: null,
  heldName: null,
  groupTagElsewhereAt: null,
  userElsewhereAt: null,
  nameElsewhereAt: null,
  purchaseOrderElsewhereAt: null,
};

function onlyDifferent(device: DeviceRecord, change: DeviceChange): DeviceChange {
  const current: Readonly<Record<string, unknown>> = { ...device };
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => current[name] !== value));
}

/**
 * Where nothing was sent from here, a device that turns up registered was registered by somebody else. By a partner, where it
 * stands in a file for Partner Center, or has a purchase order, which nobody else can give it.
 */
function registrantOf(device: DeviceRecord, change: DeviceChange): DeviceChange {
  const { registration, partnerFileAt } = device;
  const isFound = change.registration === 'registered' && (registration === 'none' || registration === 'removed');
  const purchaseOrder = change.purchaseOrder ?? device.purchaseOrder;
  const byPartner = purchaseOrder !== null || (isFound && partnerFileAt !== null);
  if (byPartner && device.registeredBy !== 'here')
    return device.registeredBy === 'partner' ? {} : { registeredBy: 'partner' };
  return isFound ? { registeredBy: 'other' } : {};
}

/**
 * Group tag, user and name of a device that somebody else registered, when Microsoft tells them for the first time, as far as
 * nobody here has wished for another.
 */
function firstHeld(device: DeviceRecord, seen: AutopilotDeviceRow | AutopilotDevice): DeviceChange {
  if (device.registeredBy === 'here' || device.registeredBy === null || !('deploymentProfile' in seen)) return {};
  const { groupTag, userPrincipalName, addressableUserName, displayName } = seen;
  return {
    ...(device.groupTag === null && groupTag !== null && { groupTag }),
    ...(device.assignedUser === null &&
      userPrincipalName !== null && { assignedUser: userPrincipalName, assignedUserName: addressableUserName }),
    ...(device.deviceName === null && displayName !== null && { deviceName: displayName }),
  };
}

/**
 * Writes down what the code on a device's Autopilot page proves: that it is registered, and by which ZTDID. Its profile and all
 * else stays unknown until Microsoft is asked. Belongs in a transaction.
 */
export function recordPageCode(
  { devices, jobs, ports }: Pick<ServiceContext, 'devices' | 'jobs' | 'ports'>,
  deviceId: string,
  ztdId: string,
): void {
  const at = ports.clock.now().toISOString();
  const isOurs = isOnItsWay(devices.get(deviceId)?.registration);
  devices.change(deviceId, {
    ztdId,
    registration: 'registered',
    registrationError: null,
    registrationAt: at,
    pageScannedAt: at,
    ...(isOurs ? {} : { registeredBy: 'other' as const }),
  });
  jobs.announce(registeredFact(deviceId));
}

/** Microsoft has it from here, and only its answer is still to come. */
const isOnItsWay = (registration: DeviceRecord['registration'] | undefined): boolean =>
  registration === 'submitted' || registration === 'pending';
