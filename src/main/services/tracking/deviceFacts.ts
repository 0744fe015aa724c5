import { readEnrollment, readProfileStatus, readRemediation } from '../../../shared/tracking/deviceStates.ts';
import { copiedFields, type DeviceRecord } from '../../../shared/devices/device.ts';
import { otherSerialOf, otherSerialWords } from '../../../shared/devices/otherSerial.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { RawProperties } from '../../graph/resources/wire.ts';
import type { FollowedDevice } from '../../store/deviceRow.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { NewDeviceEvent } from '../../store/deviceEventStore.ts';

/** What Microsoft's answer changes in a device, and what its history says about it. */
export interface DeviceFacts {
  readonly change: DeviceChange;
  readonly events: readonly Omit<NewDeviceEvent, 'deviceId'>[];
}

const SOURCE = 'Microsoft';
const LAST_CONTACT = 'lastContactedDateTime';

/**
 * Reads a row of the Autopilot list, or a device that was read by itself, into the three statuses that Microsoft knows.
 * The bench and the reseal are never touched. A list row is partial: what it lacks is left as it was.
 * @param before what Microsoft sent when the device was read by itself the last time
 */
export function deviceFactsOf(
  device: FollowedDevice,
  seen: AutopilotDeviceRow | AutopilotDevice,
  now: Date,
  before: RawProperties | null = null,
): DeviceFacts {
  const at = now.toISOString();
  const change = onlyDifferent(device, {
    ...identityChange(device, seen),
    ...registrationOf(device, at),
    ...profileOf(device, seen, at),
    ...remediationOf(device, seen, at),
    ...enrollmentOf(device, seen, at),
    ...(isFull(seen) ? fullFactsOf(device, seen, at, before) : {}),
  });
  return { change, events: eventsOf(device, change) };
}

/** Whether the device was read by itself; then what is missing is not there, whereas a row of the list is partial. */
function isFull(seen: AutopilotDeviceRow | AutopilotDevice): seen is AutopilotDevice {
  return 'deploymentProfile' in seen;
}

function identityChange(device: FollowedDevice, seen: AutopilotDeviceRow): DeviceChange {
  return {
    ztdId: seen.id,
    // A device that is known by its product key ID has no serial number of its own.
    serialNumber: device.serialNumber ?? seen.serialNumber?.trim() ?? null,
    registeredSerialNumber: seen.serialNumber ?? device.registeredSerialNumber,
    ...Object.fromEntries(copiedFields.map((field) => [field, seen[field] ?? (isFull(seen) ? null : device[field])])),
    // Once it was read by itself, its time is told beside it; a row that says otherwise has the device read again.
    ...(isFull(seen) || device.microsoftReadAt === null ? {} : { purchaseOrder: device.purchaseOrder }),
    manufacturer: device.manufacturer ?? seen.manufacturer,
    model: device.model ?? seen.model,
    ...(seen.managedDeviceId !== null && seen.managedDeviceId === device.deletedManagedDeviceId
      ? { managedDeviceId: null }
      : {}),
  };
}

/** A device in the list is registered, whoever registered it; while it is being removed it stays in the list for a while. */
function registrationOf(device: FollowedDevice, at: string): DeviceChange {
  if (device.registration === 'registered' || device.registration === 'removing') return {};
  return { registration: 'registered', registrationError: null, registrationAt: at };
}

function profileOf(device: FollowedDevice, seen: AutopilotDeviceRow, at: string): DeviceChange {
  if (seen.profileStatus === null && !isFull(seen)) return {};
  if (saysNothingOfProfile(seen)) return {};
  const { status, detail } = readProfileStatus(seen.profileStatus, seen.profileDetailedStatus);
  const lacksDetail = !isFull(seen) && seen.profileDetailedStatus === null && status === device.profile;
  return {
    profile: status,
    profileDetail: detail ?? (lacksDetail && status !== 'assigned' ? device.profileDetail : null),
    ...(status === device.profile ? {} : { profileAt: at }),
    ...(status === 'assigned'
      ? {}
      : {
          profileName: null,
          profileAssignedAt: null,
          profileAllowsPreProvisioning: null,
          profileUsage: null,
          profileJoin: null,
        }),
    // A list row may lack the date; one that was read stays.
    ...(status === 'assigned' && seen.profileAssignedAt !== null
      ? { profileAssignedAt: notAfter(at, seen.profileAssignedAt, device.profileAssignedAt) }
      : {}),
  };
}

/**
 * Whether an answer says `unknown` for the status of the profile. Some tenants do so for every device that is read by itself, and
 * tell it in the list (microsoft-graph-docs#6877): that is no news, and what the other read told stays.
 */
export function saysNothingOfProfile({ profileStatus }: AutopilotDeviceRow): boolean {
  return profileStatus === 'unknown';
}

function remediationOf(device: FollowedDevice, seen: AutopilotDeviceRow, at: string): DeviceChange {
  if (seen.remediationState === null && !isFull(seen)) return {};
  const { status, detail } = readRemediation(seen.remediationState);
  const since = notAfter(at, seen.remediationChangedAt, null) ?? at;
  return {
    remediation: status,
    remediationDetail: detail,
    ...(status === device.remediation ? {} : { remediationAt: since }),
  };
}

function enrollmentOf(device: FollowedDevice, seen: AutopilotDeviceRow, at: string): DeviceChange {
  const { status, detail } = withoutDeletedRecord(
    device,
    seen,
    readEnrollment(seen.enrollmentState, seen.userlessEnrollmentStatus),
  );
  const isUserless = device.enrollmentDetail === 'userless' || device.enrollmentDetail === 'allowed';
  const lacksAnswer =
    (seen.enrollmentState === null && status !== 'blocked') || (seen.userlessEnrollmentStatus === null && isUserless);
  if (lacksAnswer && !isFull(seen)) return {};
  return {
    enrollment: status,
    enrollmentDetail: detail,
    ...(status === device.enrollment ? {} : { enrollmentAt: at }),
  };
}

/** Autopilot goes on naming an Intune record that is deleted, and calls its device enrolled, for a while. */
function withoutDeletedRecord(
  { deletedManagedDeviceId: deleted }: FollowedDevice,
  { managedDeviceId }: AutopilotDeviceRow,
  told: ReturnType<typeof readEnrollment>,
): ReturnType<typeof readEnrollment> {
  const isOfDeleted = deleted !== null && (managedDeviceId === null || managedDeviceId === deleted);
  return isOfDeleted && (told.status === 'enrolled' || told.status === 'failed')
    ? { ...told, status: 'notEnrolled' }
    : told;
}

/** What only the single read tells. */
function fullFactsOf(
  device: FollowedDevice,
  seen: AutopilotDevice,
  at: string,
  before: RawProperties | null,
): DeviceChange {
  const told = saysNothingOfProfile(seen) ? device.profile : readProfileStatus(seen.profileStatus, null).status;
  const isAssigned = told === 'assigned';
  const isSameContact = before === null || before[LAST_CONTACT] === seen.properties[LAST_CONTACT];
  const profile = isAssigned ? seen.deploymentProfile : null;
  return {
    lastContactAt:
      notAfter(at, seen.lastContactedAt, isSameContact ? device.lastContactAt : null) ?? device.lastContactAt,
    profileName: profile?.displayName ?? null,
    profileAllowsPreProvisioning: profile?.allowsPreProvisioning ?? null,
    profileUsage: profile?.deviceUsageType ?? null,
    profileJoin: profile?.join ?? null,
    profileAssignedAt: isAssigned ? notAfter(at, seen.profileAssignedAt, device.profileAssignedAt) : null,
  };
}

/** A time in the future, such as the practice tenant's, is kept as the moment it was first seen. */
function notAfter(at: string, told: string | null, known: string | null): string | null {
  return told !== null && Date.parse(told) > Date.parse(at) ? (known ?? at) : told;
}

function onlyDifferent(device: FollowedDevice, change: DeviceChange): DeviceChange {
  const current: Readonly<Record<string, unknown>> = device;
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => current[name] !== value));
}

function eventsOf(device: FollowedDevice, change: DeviceChange): DeviceFacts['events'] {
  const events: Omit<NewDeviceEvent, 'deviceId'>[] = [];
  const other = otherSerialOf({ ...device, ...change });
  if (other !== null && otherSerialOf(device)?.registered !== other.registered) {
    events.push({
      subject: 'registration',
      sentence: otherSerialWords(other),
      source: SOURCE,
      from: other.serialNumber,
      to: other.registered,
    });
  }
  if (change.registration !== undefined && change.registration !== device.registration) {
    const sentence = 'Microsoft lists the device as registered.';
    events.push({
      subject: 'registration',
      sentence,
      source: SOURCE,
      from: device.registration,
      to: change.registration,
    });
  }
  if (change.profile !== undefined || change.profileDetail !== undefined) {
    const after = { ...device, ...change };
    const sentence = profileSentence(after.profile, inBrackets(after.profileDetail));
    events.push({ subject: 'profile', sentence, source: SOURCE, ...fromTo(device, after, 'profile', 'profileDetail') });
  }
  if (change.enrollment !== undefined || change.enrollmentDetail !== undefined) {
    const after = { ...device, ...change };
    const sentence =
      after.enrollmentDetail === 'allowed'
        ? 'Intune lets the device enroll once more.'
        : enrollmentSentence(after.enrollment, inBrackets(after.enrollmentDetail));
    const values = fromTo(device, after, 'enrollment', 'enrollmentDetail');
    events.push({ subject: 'enrollment', sentence, source: SOURCE, ...values });
  }
  if (change.remediation !== undefined || change.remediationDetail !== undefined) {
    const after = { ...device, ...change };
    // “No hardware change pending” is reported only where one was pending before.
    if (device.remediation !== 'unknown' || after.remediation !== 'none') {
      const sentence = remediationSentence(after.remediation, inBrackets(after.remediationDetail));
      const values = fromTo(device, after, 'remediation', 'remediationDetail');
      events.push({ subject: 'profile', sentence, source: SOURCE, ...values });
    }
  }
  const { purchaseOrder } = change;
  const { microsoftReadAt, purchaseOrderInFile } = device;
  // A later change is told as what somebody else did.
  const isFirst = microsoftReadAt === null && typeof purchaseOrder === 'string';
  if (isFirst && purchaseOrderInFile !== null && purchaseOrder !== purchaseOrderInFile) {
    const sentence = `Microsoft holds the purchase order “${purchaseOrder}”, the file said “${purchaseOrderInFile}”. Both are kept.`;
    events.push({ subject: 'change', sentence, source: SOURCE });
  }
  const { profileName } = change;
  if (typeof profileName === 'string' && profileName !== device.profileName) {
    const sentence = `The assigned profile is ${profileName}.`;
    events.push({ subject: 'profile', sentence, source: SOURCE, from: device.profileName, to: profileName });
  }
  return events;
}

/** The two words that changed: of the status, or beside it where the status stayed. */
function fromTo<Status extends keyof FollowedDevice, Detail extends keyof FollowedDevice>(
  before: Readonly<Record<Status | Detail, string | null>>,
  after: Readonly<Record<Status | Detail, string | null>>,
  status: Status,
  detail: Detail,
): { readonly from: string | null; readonly to: string | null } {
  const name = before[status] === after[status] ? detail : status;
  return { from: before[name], to: after[name] };
}

function inBrackets(detail: string | null | undefined): string {
  return detail === null || detail === undefined ? '' : ` (${detail})`;
}

function profileSentence(status: DeviceRecord['profile'], detail: string): string {
  switch (status) {
    case 'assigned':
      return `A profile is assigned${detail}.`;
    case 'pending':
      return `Intune is assigning a profile${detail}.`;
    case 'failed':
      return `The profile could not be assigned${detail}.`;
    case 'notAssigned':
      return 'No profile is assigned.';
    case 'unknown':
      return `Microsoft says nothing known about the profile${detail}.`;
  }
}

function enrollmentSentence(status: DeviceRecord['enrollment'], detail: string): string {
  switch (status) {
    case 'enrolled':
      return `The device is enrolled in Intune${detail}.`;
    case 'notEnrolled':
      return 'The device is not enrolled in Intune.';
    case 'blocked':
      return `Intune blocks the device from enrolling again${detail}; unblock it before the next technician flow.`;
    case 'failed':
      return `The enrollment in Intune failed${detail}.`;
    case 'unknown':
      return `Microsoft says nothing known about the enrollment${detail}.`;
  }
}

function remediationSentence(remediation: DeviceRecord['remediation'], detail: string): string {
  switch (remediation) {
    case 'fixPending':
      return 'Intune saw a hardware change and is registering it; wait for the next check-in.';
    case 'attentionRequired':
      return 'Intune could not register changed hardware: deregister the device, reset it and register it again.';
    case 'none':
      return 'No hardware change is pending any more.';
    case 'unknown':
      return `Microsoft says nothing known about hardware changes${detail}.`;
  }
}
