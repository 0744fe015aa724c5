import type { RemediationStatus, StatusName } from '../../shared/devices/status.ts';

/** Where five of them share the width of one. */
export const statusShortNames: Readonly<Record<StatusName, string>> = {
  registration: 'Reg.',
  profile: 'Profile',
  bench: 'Bench',
  enrollment: 'Enroll.',
  reseal: 'Reseal',
};

export const remediationWords: Readonly<Record<RemediationStatus, string>> = {
  unknown: '',
  none: '',
  fixPending: 'Fix pending',
  attentionRequired: 'Attention required',
};

export const statusText = {
  label: 'Where the device stands',
  running: (elapsed: string) => `Running ${elapsed}`,
  userFlowFrom: 'User flow from',
  userFlowUntil: 'User flow until',
  userFlowClosed: 'User flow window closed',
  code: (code: string) => `Code ${code}`,
} as const;
