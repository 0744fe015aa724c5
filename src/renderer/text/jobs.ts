import type { JobState } from '../../shared/jobs/job.ts';
import { formatter } from './formatter.ts';

export const activityText = {
  title: 'Activity',
  tabs: 'What is shown',
  changes: 'Changes for Microsoft',
  audit: 'Audit log',

  pause: 'Pause sending',
  resume: 'Send again',
  isPaused: 'Sending is paused already.',
  isSending: 'Sending is not paused.',
  pausedTitle: 'Sending is paused.',
  paused: 'What is waiting stays here until sending goes on.',
  offlineTitle: 'Microsoft cannot be reached.',
  offlineSince: 'Offline since',
  unreached: (since: string | null) =>
    `Microsoft has not been reached${since === null ? '' : ` since ${since}`}; what waits is sent later.`,
  offline: 'Everything else works. What is waiting goes out by itself once the network is back.',

  filterLabel: 'Which changes are shown',
  filters: {
    all: 'All',
    toSend: 'To send',
    done: 'Done',
    failed: 'Refused',
    cancelled: 'Cancelled',
  },
  list: 'Changes for Microsoft',
  emptyTitle: 'Nothing was sent yet',
  empty: 'Registering devices, assigning users and everything else that changes something at Microsoft shows here.',
  noneOfThese: 'There is none of these.',
  toQueue: 'Go to the queue',
  attempts: (count: number) => (count === 1 ? 'Tried once' : `Tried ${formatter.number(count)} times`),
  nextIn: (left: string) => `Next try in ${left}`,
  retry: 'Retry',
  retryOf: (sentence: string) => `Retry: ${sentence}`,
  retryRefused: 'Retry everything refused',
  nothingRefused: 'Nothing was refused.',
  cancelWaiting: 'Cancel everything that waits',
  nothingWaits: 'Nothing waits to be sent.',
  retryAll: (count: number) => `Retry all ${formatter.number(count)} refused`,
  retried: (count: number) =>
    count === 1 ? 'The change is tried again.' : `${formatter.number(count)} changes are tried again.`,
  cancel: 'Cancel',
  cancelOf: (sentence: string) => `Cancel: ${sentence}`,
  devices: (count: number) => formatter.count(count, 'device', 'devices'),
  batch: (sentence: string, counts: string) => `${sentence}: ${counts}`,
  requestId: 'For Microsoft’s support: request',
  reason: (count: number, state: string, explanation: string) => `${formatter.number(count)} ${state}: ${explanation}`,
  retryMany: (count: number) => `Retry ${formatter.number(count)}`,
  cancelMany: 'Cancel…',
  cancelAll: (count: number) => `Cancel all ${formatter.number(count)} waiting…`,
  cancelled: (count: number) =>
    count === 1 ? 'The change is cancelled.' : `${formatter.number(count)} changes are cancelled.`,
  cancelTitle: (count: number) => `Cancel ${formatter.number(count)} changes?`,
  cancelSentence:
    'What has not reached Microsoft is not sent any more. What Microsoft has already stays there, and is no longer followed here.',
  cancelConfirm: 'Do not send them',

  auditEmpty: 'Nothing is recorded yet. Changes of tenants, exports, backups and overrides are.',
  auditColumns: { at: 'When', who: 'Who', what: 'What', about: 'About' },
} as const;

export const jobStateWords: Readonly<Record<JobState, string>> = {
  waiting: 'Waiting',
  leased: 'Being sent',
  retrying: 'Tries again',
  done: 'Done',
  failed: 'Refused',
  cancelled: 'Cancelled',
};

/** “180 waiting” */
export const jobCountWords: Readonly<Record<JobState, string>> = {
  waiting: 'waiting',
  leased: 'being sent',
  retrying: 'tried again',
  done: 'done',
  failed: 'refused',
  cancelled: 'cancelled',
};
