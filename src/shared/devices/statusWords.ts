import type {
  BenchStatus,
  EnrollmentStatus,
  ProfileStatus,
  RegistrationStatus,
  ResealStatus,
  StatusName,
} from './status.ts';

/** The five statuses by name. */
export const statusNames: Readonly<Record<StatusName, string>> = {
  registration: 'Registration',
  profile: 'Profile',
  bench: 'Bench',
  enrollment: 'Enrollment',
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
