import { ArrowRepeatAllRegular, DismissCircleRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import type { Act, ActOf, TenantAtHand } from '../../acts/act.ts';
import { activityText } from '../../text/jobs.ts';
import { CancelJobsDialog } from './CancelJobsDialog.tsx';

export const pauseSending: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'jobs.pause',
  label: activityText.pause,
  Icon: PauseRegular,
  allowed: ({ status }) => status?.paused !== true || activityText.isPaused,
  async run(_, { command }) {
    await command('jobs.pause', { paused: true });
  },
};

export const resumeSending: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'jobs.resume',
  label: activityText.resume,
  Icon: PlayRegular,
  allowed: ({ status }) => status?.paused !== false || activityText.isSending,
  async run(_, { command }) {
    await command('jobs.pause', { paused: false });
  },
};

export const retryRefused: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'jobs.retryRefused',
  label: activityText.retryRefused,
  short: ({ status }) => activityText.retryAll(status?.jobs.failed ?? 0),
  Icon: ArrowRepeatAllRegular,
  allowed: ({ status }) => status?.jobs.failed !== 0 || activityText.nothingRefused,
  async run({ tenant }, { command, notify }) {
    const outcome = await command('jobs.retry', { tenantId: tenant.id });
    if (outcome.ok) notify.done(activityText.retried(outcome.value.changed));
  },
};

export const cancelWaiting: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'jobs.cancelWaiting',
  label: activityText.cancelWaiting,
  short: (on) => activityText.cancelAll(waitingOf(on.status)),
  Icon: DismissCircleRegular,
  allowed: ({ status }) => status === null || waitingOf(status) > 0 || activityText.nothingWaits,
  dialog: ({ tenant, status }, onClose) => (
    <CancelJobsDialog choice={{ tenantId: tenant.id }} count={waitingOf(status)} onClose={onClose} />
  ),
};

function waitingOf(status: TenantAtHand['status']): number {
  return status === null ? 0 : status.jobs.waiting + status.jobs.retrying;
}

export const jobActs: readonly Act[] = [pauseSending, resumeSending, cancelWaiting, retryRefused];
