import type { EnrollmentStatus, ProfileStatus, RemediationStatus } from '../devices/status.ts';

/** A status of ours, and Microsoft's word beside it where ours says less. */
export interface ReadStatus<Status> {
  readonly status: Status;
  readonly detail: string | null;
}

const ASSIGNED = 'assigned';

/**
 * Whether a profile is assigned, from `deploymentProfileAssignmentStatus` and its detailed status. Every word that
 * begins with “assigned” counts, as for Microsoft's own module; a word new to us is unknown, and shown as it came.
 */
export function readProfileStatus(status: string | null, detailedStatus: string | null): ReadStatus<ProfileStatus> {
  const reason = detailedStatus === 'none' ? null : detailedStatus;
  switch (status) {
    case null:
    case 'unknown':
      return { status: 'unknown', detail: reason };
    case 'notAssigned':
    case 'pending':
    case 'failed':
      return { status, detail: reason };
    // Spelt so by Microsoft.
    case 'assignedUnkownSyncState':
      return { status: 'assigned', detail: 'unknownSync' };
    default:
      return status.startsWith(ASSIGNED)
        ? { status: 'assigned', detail: lowerFirst(status.slice(ASSIGNED.length)) || null }
        : { status: 'unknown', detail: status };
  }
}

/** Whether the device is enrolled, from `enrollmentState` and `userlessEnrollmentStatus`. */
export function readEnrollment(state: string | null, userlessStatus: string | null): ReadStatus<EnrollmentStatus> {
  // A device that was enrolled without a user is kept from enrolling again until somebody unblocks it.
  if (userlessStatus === 'blocked') return { status: 'blocked', detail: 'userless' };
  // Somebody has unblocked it: it may enroll once more, whatever it is now.
  const detail = userlessStatus === 'allowed' ? 'allowed' : null;
  switch (state) {
    case null:
    case 'unknown':
      return { status: 'unknown', detail };
    case 'enrolled':
    case 'failed':
    case 'blocked':
      return { status: state, detail: state === 'blocked' ? null : detail };
    case 'notContacted':
      return { status: 'notEnrolled', detail };
    case 'pendingReset':
      return { status: 'enrolled', detail: state };
    default:
      return { status: 'unknown', detail: state };
  }
}

/** What Intune does about changed hardware, from `remediationState`; a word new to us is unknown, and shown as it came. */
export function readRemediation(state: string | null): ReadStatus<RemediationStatus> {
  switch (state) {
    case 'automaticRemediationRequired':
      return { status: 'fixPending', detail: null };
    case 'manualRemediationRequired':
      return { status: 'attentionRequired', detail: null };
    case 'noRemediationRequired':
      return { status: 'none', detail: null };
    case null:
    case 'unknown':
      return { status: 'unknown', detail: null };
    default:
      return { status: 'unknown', detail: state };
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
