import { readEnrollment, readProfileStatus, readRemediation } from '../../../shared/autopilot/deviceStates.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import type { AutopilotDevice, AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { FollowedDevice } from '../../store/deviceRow.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { NewDeviceEvent } from '../../store/deviceEventStore.ts';

/** What Microsoft's answer changes in a device, and what its history says about it. */
export interface DeviceFacts {
  readonly change: DeviceChange;
  readonly events: readonly Omit<NewDeviceEvent, 'deviceId'>[];
}

const SOURCE = 'Microsoft';

/**
 * Reads a row of the Autopilot list, or a device that was read by itself, into the three statuses that Microsoft knows.
 * The bench and the reseal are never touched. A list row is partial: what it lacks is left as it was.
 */
export function deviceFactsOf(
  device: FollowedDevice,
  seen: AutopilotDeviceRow | AutopilotDevice,
  now: Date,
): DeviceFacts {
  const at = now.toISOString();
  const change = {
    ...identityOf(device, seen),
    ...registrationOf(device, at),
    ...profileOf(device, seen, at),
    ...enrollmentOf(device, seen, at),
    ...('deploymentProfile' in seen ? fullFactsOf(device, seen, at) : {}),
  };
  return { change: onlyDifferent(device, change), events: eventsOf(device, change) };
}

function identityOf(device: FollowedDevice, seen: AutopilotDeviceRow): DeviceChange {
  return {
    ztdId: seen.id,
    entraDeviceId: seen.entraDeviceId,
    managedDeviceId: seen.managedDeviceId,
    manufacturer: device.manufacturer ?? seen.manufacturer,
    model: device.model ?? seen.model,
  };
}

/** A device in the list is registered, whoever registered it; while it is being removed it stays in the list for a while. */
function registrationOf(device: FollowedDevice, at: string): DeviceChange {
  if (device.registration === 'registered' || device.registration === 'removing') return {};
  return { registration: 'registered', registrationError: null, registrationAt: at };
}

function profileOf(device: FollowedDevice, seen: AutopilotDeviceRow, at: string): DeviceChange {
  const { status, detail } = readProfileStatus(seen.profileStatus, seen.profileDetailedStatus);
  const remediation = readRemediation(seen.remediationState);
  const isNew = status !== device.profile || remediation !== device.remediation;
  return {
    profile: status,
    profileDetail: detail,
    remediation,
    ...(isNew ? { profileAt: at } : {}),
    ...(status === 'assigned'
      ? {}
      : { profileName: null, profileAssignedAt: null, profileAllowsPreProvisioning: null }),
    // A list row may lack the date; one that was read stays.
    ...(status === 'assigned' && seen.profileAssignedAt !== null
      ? { profileAssignedAt: notAfter(at, seen.profileAssignedAt, device.profileAssignedAt) }
      : {}),
  };
}

function enrollmentOf(device: FollowedDevice, seen: AutopilotDeviceRow, at: string): DeviceChange {
  const { status, detail } = readEnrollment(seen.enrollmentState, seen.userlessEnrollmentStatus);
  return {
    enrollment: status,
    enrollmentDetail: detail,
    ...(status === device.enrollment ? {} : { enrollmentAt: at }),
  };
}

/** What only the single read tells. */
function fullFactsOf(device: FollowedDevice, seen: AutopilotDevice, at: string): DeviceChange {
  const isAssigned = readProfileStatus(seen.profileStatus, null).status === 'assigned';
  const profile = isAssigned ? seen.deploymentProfile : null;
  return {
    lastContactAt: notAfter(at, seen.lastContactedAt, device.lastContactAt) ?? device.lastContactAt,
    profileName: profile?.displayName ?? null,
    profileAllowsPreProvisioning: profile?.allowsPreProvisioning ?? null,
    profileAssignedAt: isAssigned ? notAfter(at, seen.profileAssignedAt, device.profileAssignedAt) : null,
  };
}

/** A time from a clock that runs ahead, such as the practice tenant's, is kept as the moment it was first seen. */
function notAfter(at: string, told: string | null, known: string | null): string | null {
  return told !== null && Date.parse(told) > Date.parse(at) ? (known ?? at) : told;
}

function onlyDifferent(device: FollowedDevice, change: DeviceChange): DeviceChange {
  const current: Readonly<Record<string, unknown>> = device;
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => current[name] !== value));
}

function eventsOf(device: FollowedDevice, change: DeviceChange): DeviceFacts['events'] {
  const events: Omit<NewDeviceEvent, 'deviceId'>[] = [];
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
  if (change.profile !== undefined && change.profile !== device.profile) {
    const sentence = profileSentence(change.profile, inBrackets(change.profileDetail));
    events.push({ subject: 'profile', sentence, source: SOURCE, from: device.profile, to: change.profile });
  }
  if (change.enrollment !== undefined && change.enrollment !== device.enrollment) {
    const sentence = enrollmentSentence(change.enrollment, inBrackets(change.enrollmentDetail));
    events.push({ subject: 'enrollment', sentence, source: SOURCE, from: device.enrollment, to: change.enrollment });
  }
  if (change.remediation !== undefined && change.remediation !== device.remediation) {
    const sentence = remediationSentence(change.remediation);
    events.push({ subject: 'profile', sentence, source: SOURCE, from: device.remediation, to: change.remediation });
  }
  const { profileName } = change;
  if (typeof profileName === 'string' && profileName !== device.profileName) {
    const sentence = `The assigned profile is ${profileName}.`;
    events.push({ subject: 'profile', sentence, source: SOURCE, from: device.profileName, to: profileName });
  }
  return events;
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
      return `The enrolment in Intune failed${detail}.`;
    case 'unknown':
      return `Microsoft says nothing known about the enrolment${detail}.`;
  }
}

function remediationSentence(remediation: DeviceRecord['remediation']): string {
  switch (remediation) {
    case 'fixPending':
      return 'Intune saw a hardware change and is registering it; wait for the next check-in.';
    case 'attentionRequired':
      return 'Intune could not register changed hardware: deregister the device, reset it and register it again.';
    case 'none':
      return 'No hardware change is pending any more.';
  }
}
