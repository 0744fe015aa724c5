import type { OutputOf } from '../../shared/api/contract.ts';
import { troubleWords } from '../../shared/jobs/trouble.ts';
import { benchText } from '../text/bench.ts';
import { activityText } from '../text/jobs.ts';
import { intakeText } from '../text/intake.ts';
import { formatter } from '../text/formatter.ts';

type Status = Pick<OutputOf<'jobs.status'>, 'paused' | 'online' | 'offlineSince' | 'troubles'> & {
  readonly unfinishedImports: number;
  /** Devices that the bench lists as needing a look. */
  readonly devicesToSee: number;
};

/** What needs a person: first what holds up everything, then what holds up some changes. */
export function attentionSentences(
  { paused, online, offlineSince, troubles, unfinishedImports, devicesToSee }: Status,
  now: Date,
): string[] {
  return [
    ...(paused ? [`${activityText.pausedTitle} ${activityText.paused}`] : []),
    ...(online
      ? []
      : [activityText.unreached(offlineSince === null ? null : formatter.shortInstant(offlineSince, now))]),
    ...(unfinishedImports === 0 ? [] : [`${intakeText.keptTitle(unfinishedImports)}. ${intakeText.keptAttention}`]),
    ...(devicesToSee === 0 ? [] : [benchText.needLook(devicesToSee)]),
    ...troubles.map((trouble) => troubleWords(trouble, formatter)),
  ];
}
