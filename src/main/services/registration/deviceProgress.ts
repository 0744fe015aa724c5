import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { otherSerialOf } from '../../../shared/devices/otherSerial.ts';
import { NORMAL_MINUTES } from '../../../shared/devices/wait.ts';
import { hardwareChangeOf, profileFailureOf } from '../../../shared/devices/profileProblem.ts';
import { registrationPointWords, type RegistrationPoint } from '../../../shared/registration/registrationPoint.ts';
import { wholeMinutes } from '../../../shared/words/minutes.ts';
import { isStuck } from '../../outbox/isStuck.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** Microsoft promises no time for a profile; after this time the group tag or the group is the likelier reason. */
export const PROFILE_PATIENCE_MS = NORMAL_MINUTES.profile * 60_000;

type View = OutputOf<'registration.progress'>['devices'][number];

/**
 * How far a registration has come, and whether anything more happens by itself.
 * @param job the device's last registration job
 * @param waitedMs how long the device had been registered when its tenant was last read, in the tenant's time
 * @param isPaused whether nothing is sent at all
 */
export function progressViewOf(
  device: DeviceRecord,
  job: StoredJob | null,
  { waitedMs, isPaused, now }: { readonly waitedMs: number; readonly isPaused: boolean; readonly now: Date },
): View {
  const { state, point } = verdictOf(device, job, waitedMs, isPaused, now);
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
    point,
    message: registrationPointWords(point),
  };
}

type Verdict = Pick<View, 'state' | 'point'>;

function verdictOf(
  device: DeviceRecord,
  job: StoredJob | null,
  waitedMs: number,
  isPaused: boolean,
  now: Date,
): Verdict {
  switch (device.registration) {
    case 'registered':
      return profileVerdict(device, waitedMs);
    case 'failed':
      return stuck({ code: 'registration.failed', message: device.registrationError?.message ?? null });
    case 'none':
      return stuck({ code: 'registration.notQueued' });
    case 'removing':
      return stuck({ code: 'registration.deregistering' });
    case 'removed':
      return stuck({ code: 'registration.deregistered' });
    case 'queued':
    case 'submitted':
    case 'pending':
      return jobVerdict(job, isPaused, now);
  }
}

function jobVerdict(job: StoredJob | null, isPaused: boolean, now: Date): Verdict {
  if (job === null) return stuck({ code: 'registration.nothingUnderWay' });
  const point: RegistrationPoint = { code: 'registration.underWay', reason: job.reason };
  const isOver = job.state === 'failed' || job.state === 'cancelled' || job.state === 'done';
  if (isOver || isStuck(job, now)) return stuck(point);
  return isPaused ? stuck({ code: 'registration.sendingPaused' }) : { state: 'waiting', point };
}

function profileVerdict(device: DeviceRecord, waitedMs: number): Verdict {
  const other = otherSerialOf(device);
  if (other !== null) return stuck({ code: 'registration.otherSerial', ...other });
  // The list says that a profile is assigned before the device itself says which.
  if (device.profile === 'assigned' && device.profileName === null && waitedMs < PROFILE_PATIENCE_MS) {
    return { state: 'waiting', point: { code: 'registration.profileBeingRead' } };
  }
  if (device.profile === 'assigned') {
    return { state: 'assigned', point: { code: 'registration.profileAssigned', profileName: device.profileName } };
  }
  const problem = hardwareChangeOf(device);
  if (problem?.code === 'attentionRequired') return stuck({ code: 'registration.profileProblem', problem });
  if (device.profile === 'failed') {
    return stuck({ code: 'registration.profileProblem', problem: profileFailureOf(device) });
  }
  const minutes = wholeMinutes(waitedMs);
  return waitedMs < PROFILE_PATIENCE_MS
    ? { state: 'waiting', point: { code: 'registration.noProfileYet', minutes } }
    : stuck({ code: 'registration.noProfile', minutes });
}

const stuck = (point: RegistrationPoint): Verdict => ({ state: 'stuck', point });
