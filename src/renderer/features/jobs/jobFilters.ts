import type { OutputOf } from '../../../shared/api/contract.ts';
import type { JobState } from '../../../shared/jobs/job.ts';
import type { activityText } from '../../text/jobs.ts';
import type { Shape } from '../../ui/StatusShape.tsx';

export type JobFilterName = keyof typeof activityText.filters;
export type JobCounts = OutputOf<'jobs.status'>['jobs'];

export const jobFilters: readonly JobFilterName[] = ['all', 'toSend', 'done', 'failed', 'cancelled'];

/** The states that a filter keeps. */
export const statesOf: Readonly<Record<JobFilterName, readonly JobState[]>> = {
  all: ['waiting', 'leased', 'retrying', 'done', 'failed', 'cancelled'],
  toSend: ['waiting', 'leased', 'retrying'],
  done: ['done'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

/** How many jobs a filter keeps. */
export function countOf(filter: JobFilterName, counts: JobCounts): number {
  return statesOf[filter].reduce((sum, state) => sum + counts[state], 0);
}

export const jobShapes = {
  waiting: 'waiting',
  leased: 'running',
  retrying: 'warning',
  done: 'done',
  failed: 'failed',
  cancelled: 'gone',
} as const satisfies Record<JobState, Shape>;

export const filterShapes: Readonly<Partial<Record<JobFilterName, Shape>>> = {
  toSend: 'waiting',
  done: 'done',
  failed: 'failed',
  cancelled: 'gone',
};

/** What is on its way to Microsoft right now cannot be called back. */
export const canCancel = (state: JobState): boolean => state === 'waiting' || state === 'retrying';

/** A retry of what is retried anyway only brings its time forward. */
export const canRetry = (state: JobState): boolean => state === 'failed' || state === 'retrying';
