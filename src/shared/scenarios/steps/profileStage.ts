import type { DeviceRecord } from '../../devices/device.ts';
import { hardwareChangeOf, isFixOverdue, profileFailureOf } from '../../devices/profileProblem.ts';
import type { Moment, Step } from '../../devices/step.ts';
import { pageEvidenceOf } from '../../scans/pageEvidence.ts';

/** The way to a profile. */
export function awaitingProfile(device: DeviceRecord, { now }: Moment): Step | null {
  // First of all: while a hardware change is not registered, no profile comes.
  if (isFixOverdue(device, now))
    return { code: 'fixProfile', reason: 'profileProblem', problem: { code: 'fixOverdue' } };
  const change = hardwareChangeOf(device);
  if (change?.code === 'fixPending') return { code: 'waitForProfile', reason: 'fixPending' };
  if (change !== null) return { code: 'fixProfile', reason: 'profileProblem', problem: change };
  if (device.profile === 'failed') {
    return { code: 'fixProfile', reason: 'profileProblem', problem: profileFailureOf(device) };
  }
  if (device.profile !== 'assigned' && pageEvidenceOf(device) === null) {
    return { code: 'waitForProfile', reason: 'profileNotAssigned' };
  }
  return null;
}
