import type { FlowLimit } from '../bench/flowLimit.ts';
import type { DeviceRecord } from './device.ts';

/** What a device waits for. */
export type WaitCode = 'registration' | 'removal' | 'profile' | 'hardwareChange' | 'technicianFlow';

/** A wait that is normal for a while: what for, since when, and how long. */
export interface Wait {
  readonly code: WaitCode;
  readonly since: string;
  readonly normalMinutes: number;
  /** What says how long a technician flow may take; null for any other wait. */
  readonly source: FlowLimit['source'] | null;
}

/** How long each wait lasts at most where nothing is wrong, in minutes. */
export const NORMAL_MINUTES: Readonly<Record<Exclude<WaitCode, 'technicianFlow'>, number>> = {
  /** Imports are done in one to fifteen minutes (Graph's import records, as published tools see them). */
  registration: 15,
  removal: 30,
  /** Dynamic groups are evaluated in minutes, seldom more than an hour. */
  profile: 60,
  /** Fix pending ends at a check-in, and a device that is switched on has several in a day. */
  hardwareChange: 24 * 60,
};

/** What a device waits for, if it waits. */
export function waitOf(device: DeviceRecord & { readonly flowLimit: FlowLimit }): Wait | null {
  if (device.bench === 'running') {
    const { benchStartedAt: since, flowLimit: limit } = device;
    return since === null
      ? null
      : { code: 'technicianFlow', since, normalMinutes: limit.minutes, source: limit.source };
  }
  if (device.bench !== 'notStarted') return null;
  switch (device.registration) {
    case 'queued':
    case 'submitted':
    case 'pending':
      return wait('registration', device.registrationAt);
    case 'removing':
      return wait('removal', device.registrationAt);
    case 'registered':
      if (device.remediation === 'fixPending') return wait('hardwareChange', device.remediationAt);
      return isAwaitingProfile(device) ? wait('profile', latestOf(device.registrationAt, device.profileAt)) : null;
    case 'none':
    case 'failed':
    case 'removed':
      return null;
  }
}

function isAwaitingProfile({ profile }: DeviceRecord): boolean {
  return profile === 'unknown' || profile === 'notAssigned' || profile === 'pending';
}

/** The later of two moments: a profile that went back to pending is waited for from then on. */
function latestOf(one: string | null, other: string | null): string | null {
  return (
    [one, other]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  );
}

function wait(code: keyof typeof NORMAL_MINUTES, since: string | null): Wait | null {
  return since === null ? null : { code, since, normalMinutes: NORMAL_MINUTES[code], source: null };
}

/** Whether a wait has lasted longer than is normal. */
export function isOverdue({ since, normalMinutes: most }: Pick<Wait, 'since' | 'normalMinutes'>, now: Date): boolean {
  return now.getTime() - Date.parse(since) > most * 60_000;
}
