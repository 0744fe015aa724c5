import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { problemText } from '../../../shared/devices/problemWords.ts';
import { hardwareChangeOf, profileFailureOf } from '../../../shared/devices/profileProblem.ts';
import { profileProblemWords } from '../../../shared/devices/profileProblemWords.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { isStuck } from '../../outbox/isStuck.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** Microsoft promises no time for a profile; after an hour the group tag or the group is the likelier reason. */
export const PROFILE_PATIENCE_MS = 60 * 60_000;

type View = OutputOf<'registration.progress'>['devices'][number];

/**
 * How far a registration has come, and whether anything more happens by itself.
 * @param job the device's last registration job
 * @param waitedMs how long the device had been registered when its tenant was last read, in the tenant's time
 * @param held why nothing is sent at all, such as a pause
 */
export function progressViewOf(
  device: DeviceRecord,
  job: StoredJob | null,
  { waitedMs, held, now }: { readonly waitedMs: number; readonly held: string | null; readonly now: Date },
): View {
  const { state, message } = verdictOf(device, job, waitedMs, held, now);
  const { registration, registrationError, profile, profileDetail } = device;
  return {
    deviceId: device.id,
    serialNumber: deviceTitle(device),
    state,
    registration,
    registrationError,
    profile,
    profileDetail,
    attempts: job === null ? 0 : job.attempts + 1,
    message,
  };
}

type Verdict = Pick<View, 'state' | 'message'>;

function verdictOf(
  device: DeviceRecord,
  job: StoredJob | null,
  waitedMs: number,
  held: string | null,
  now: Date,
): Verdict {
  switch (device.registration) {
    case 'registered':
      return profileVerdict(device, waitedMs);
    case 'failed':
      return stuck(device.registrationError?.message ?? 'Microsoft refuses the registration.');
    case 'none':
      return stuck('It is not queued for registration.');
    case 'removing':
      return stuck('It is being deregistered.');
    case 'removed':
      return stuck('It is deregistered.');
    case 'queued':
    case 'submitted':
    case 'pending':
      return jobVerdict(job, held, now);
  }
}

function jobVerdict(job: StoredJob | null, held: string | null, now: Date): Verdict {
  if (job === null) return stuck('Nothing is on its way for it. Register it again.');
  const message = job.explanation ?? 'It is on its way to Microsoft.';
  const isOver = job.state === 'failed' || job.state === 'cancelled' || job.state === 'done';
  if (isOver || isStuck(job, now)) return stuck(message);
  return held === null ? { state: 'waiting', message } : stuck(held);
}

function profileVerdict(device: DeviceRecord, waitedMs: number): Verdict {
  // The list says that a profile is assigned before the device itself says which.
  if (device.profile === 'assigned' && device.profileName === null && waitedMs < PROFILE_PATIENCE_MS) {
    return { state: 'waiting', message: 'A profile is assigned; which one is being read.' };
  }
  if (device.profile === 'assigned') {
    return { state: 'assigned', message: `${device.profileName ?? 'A profile'} is assigned.` };
  }
  const hardwareChange = hardwareChangeOf(device);
  if (hardwareChange?.code === 'attentionRequired') return stuck(problemText(profileProblemWords(hardwareChange)));
  if (device.profile === 'failed') return stuck(problemText(profileProblemWords(profileFailureOf(device))));
  const since = `Registered; no profile is assigned after ${neutralFormatter.minutes(waitedMs)}`;
  return waitedMs < PROFILE_PATIENCE_MS
    ? { state: 'waiting', message: `${since}. That is normal; after 60 look at the group tag and the group.` }
    : stuck(`${since}. Check the group tag, and in Intune the group’s members and the profile’s assignment.`);
}

const stuck = (message: string): Verdict => ({ state: 'stuck', message });
