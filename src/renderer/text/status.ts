import type {
  BenchStatus,
  EnrollmentStatus,
  ProfileStatus,
  RegistrationStatus,
  RemediationStatus,
  ResealStatus,
  StatusName,
} from '../../shared/devices/status.ts';

/** The five statuses by name. */
export const statusNames: Readonly<Record<StatusName, string>> = {
  registration: 'Registration',
  profile: 'Profile',
  bench: 'Bench',
  enrollment: 'Enrollment',
  reseal: 'Reseal',
};

/** Where five of them share the width of one. */
export const statusShortNames: Readonly<Record<StatusName, string>> = {
  registration: 'Reg.',
  profile: 'Profile',
  bench: 'Bench',
  enrollment: 'Enroll.',
  reseal: 'Reseal',
};

export const registrationWords: Readonly<Record<RegistrationStatus, string>> = {
  none: 'Not registered',
  queued: 'Queued',
  submitted: 'Sent',
  pending: 'Pending',
  registered: 'Registered',
  failed: 'Refused',
  removing: 'Being removed',
  removed: 'Removed',
};

export const profileWords: Readonly<Record<ProfileStatus, string>> = {
  unknown: 'Not known yet',
  notAssigned: 'Not assigned',
  pending: 'Being assigned',
  assigned: 'Assigned',
  failed: 'Failed',
};

export const remediationWords: Readonly<Record<RemediationStatus, string>> = {
  unknown: '',
  none: '',
  fixPending: 'Fix pending',
  attentionRequired: 'Attention required',
};

export const enrollmentWords: Readonly<Record<EnrollmentStatus, string>> = {
  unknown: 'Not known yet',
  notEnrolled: 'Not enrolled',
  enrolled: 'Enrolled',
  blocked: 'Blocked',
  failed: 'Failed',
};

export const benchWords: Readonly<Record<BenchStatus, string>> = {
  notStarted: 'Not started',
  running: 'Running',
  succeeded: 'Succeeded',
  failed: 'Failed',
};

export const resealWords: Readonly<Record<ResealStatus, string>> = {
  notResealed: 'Not resealed',
  resealed: 'Resealed',
  shipped: 'Shipped',
  userFlowDone: 'User flow done',
  expired: 'Expired',
};

export const statusText = {
  label: 'Where the device stands',
  running: (elapsed: string) => `Running ${elapsed}`,
  userFlowFrom: 'User flow from',
  userFlowUntil: 'User flow until',
  userFlowClosed: 'User flow window closed',
  code: (code: string) => `Code ${code}`,
} as const;
