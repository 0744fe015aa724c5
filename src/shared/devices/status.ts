import { z } from 'zod';

/** What Microsoft's registration of the device came to; said by the import record and the Autopilot list. */
export const registrationStatus = z.enum([
  'none',
  'queued',
  'submitted',
  'pending',
  'registered',
  'failed',
  'removing',
  'removed',
]);
export type RegistrationStatus = z.infer<typeof registrationStatus>;

/** Whether a deployment profile is assigned; said by the Autopilot device in Graph. */
export const profileStatus = z.enum(['unknown', 'notAssigned', 'pending', 'assigned', 'failed']);
export type ProfileStatus = z.infer<typeof profileStatus>;

/** Hardware-change state beside the profile: Microsoft's "Fix pending" and "Attention required"; unknown where it says nothing. */
export const remediationStatus = z.enum(['unknown', 'none', 'fixPending', 'attentionRequired']);
export type RemediationStatus = z.infer<typeof remediationStatus>;

/** Whether the device is enrolled in Intune; said by Graph. */
export const enrollmentStatus = z.enum(['unknown', 'notEnrolled', 'enrolled', 'blocked', 'failed']);
export type EnrollmentStatus = z.infer<typeof enrollmentStatus>;

/** The technician flow; said by the technician or by the result QR, never by the cloud report. */
export const benchStatus = z.enum(['notStarted', 'running', 'succeeded', 'failed']);
export type BenchStatus = z.infer<typeof benchStatus>;

/** What happened after the technician flow; said by the technician, and by time. */
export const resealStatus = z.enum(['notResealed', 'resealed', 'shipped', 'userFlowDone', 'expired']);
export type ResealStatus = z.infer<typeof resealStatus>;

/** The five statuses that are never merged, by name. */
export const statusName = z.enum(['registration', 'profile', 'enrollment', 'bench', 'reseal']);
export type StatusName = z.infer<typeof statusName>;
