import type { DeviceRecord } from './device.ts';

/** A wait that is normal for a while: since when, for how long, and what to look at after that. */
export interface Wait {
  readonly since: string;
  readonly normalMinutes: number;
  readonly afterwards: string;
}

/** Imports are done in one to fifteen minutes (Graph's import records, as published tools see them). */
const REGISTRATION_MINUTES = 15;
const REMOVAL_MINUTES = 30;
/** Dynamic groups are evaluated in minutes, seldom more than an hour. */
const PROFILE_MINUTES = 60;
/** Fix pending ends at a check-in, and a device that is switched on has several in a day. */
const FIX_MINUTES = 24 * 60;
/** The enrollment status page gives up after an hour unless its profile says otherwise. */
const TECHNICIAN_FLOW_MINUTES = 60;

/** What a device waits for, if it waits. */
export function waitOf(device: DeviceRecord): Wait | null {
  if (device.bench === 'running') {
    return wait(device.benchStartedAt, TECHNICIAN_FLOW_MINUTES, 'Look at the device’s screen.');
  }
  if (device.bench !== 'notStarted') return null;
  switch (device.registration) {
    case 'queued':
    case 'submitted':
    case 'pending':
      return wait(device.registrationAt, REGISTRATION_MINUTES, 'Look at Activity, then at the device in Intune.');
    case 'removing':
      return wait(device.registrationAt, REMOVAL_MINUTES, 'Look at Activity, then at the device in Intune.');
    case 'registered':
      if (device.remediation === 'fixPending') {
        return wait(device.remediationAt, FIX_MINUTES, 'Deregister the device and register it again.');
      }
      return isAwaitingProfile(device)
        ? wait(
            latestOf(device.registrationAt, device.profileAt),
            PROFILE_MINUTES,
            'Check the group tag, the group’s rule and the profile in Intune.',
          )
        : null;
    case 'none':
    case 'failed':
    case 'removed':
      return null;
  }
}

function isAwaitingProfile({ profile }: DeviceRecord): boolean {
  return profile === 'unknown' || profile === 'notAssigned' || profile === 'pending';
}

/** A profile that went back to pending is waited for from then on. */
function latestOf(one: string | null, other: string | null): string | null {
  return (
    [one, other]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  );
}

function wait(since: string | null, normalMinutes: number, afterwards: string): Wait | null {
  return since === null ? null : { since, normalMinutes, afterwards };
}

/** Whether a wait has lasted longer than is normal. */
export function isOverdue({ since, normalMinutes }: Wait, now: Date): boolean {
  return now.getTime() - Date.parse(since) > normalMinutes * 60_000;
}
