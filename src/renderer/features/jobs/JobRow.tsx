import { Button, Link, mergeClasses, Text } from '@fluentui/react-components';
import type { JobView } from '../../../shared/jobs/job.ts';
import { jobSentence } from '../../../shared/jobs/jobAct.ts';
import { reasonWords } from '../../../shared/jobs/reason.ts';
import { useCommand } from '../../api/useCommand.ts';
import { formatAddress } from '../../app/address.ts';
import { formatter } from '../../text/formatter.ts';
import { activityText, jobStateWords } from '../../text/jobs.ts';
import { useNotify } from '../../ui/notify.ts';
import { Serial } from '../../ui/Serial.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { When } from '../../ui/When.tsx';
import { canCancel, canRetry, jobShapes } from './jobFilters.ts';
import { NextAttempt } from './NextAttempt.tsx';
import { useRowStyles } from './row.styles.ts';

/** One change: what it is, where it stands and why, and what can be done about it. */
export function JobRow({ job, isPaused }: { readonly job: JobView; readonly isPaused: boolean }) {
  const styles = useRowStyles();
  const notify = useNotify();
  const retry = useCommand('jobs.retry');
  const cancel = useCommand('jobs.cancel');
  const nextAttemptAt = isPaused ? null : job.nextAttemptAt;
  const { id, state, reason, deviceId, attempts, requestId } = job;
  const sentence = jobSentence(job, formatter);

  async function run(command: typeof retry | typeof cancel, told: (count: number) => string): Promise<void> {
    const outcome = await command.run({ ids: [id] });
    if (outcome.ok) notify.done(told(outcome.value.changed));
  }

  return (
    <li className={mergeClasses(styles.item, styles.row)}>
      <StatusWord shape={jobShapes[state]} word={jobStateWords[state]} />
      <div className={styles.words}>
        {deviceId === null ? (
          <Text weight="semibold">{sentence}</Text>
        ) : (
          <Link className={styles.sentence} href={formatAddress({ page: 'device', id: deviceId })}>
            {sentence}
          </Link>
        )}
        {reason !== null && <Text className={styles.explanation}>{reasonWords(reason)}</Text>}
        {requestId !== null && (
          <span className={styles.quiet}>
            {activityText.requestId} <Serial wrap>{requestId}</Serial>
          </span>
        )}
        {(attempts > 1 || nextAttemptAt !== null) && (
          <span className={styles.quiet}>
            {attempts > 1 && <span>{activityText.attempts(attempts)}</span>}
            {nextAttemptAt !== null && <NextAttempt at={nextAttemptAt} />}
          </span>
        )}
      </div>
      <div className={styles.acts}>
        {canRetry(state) && (
          <Button
            size="large"
            aria-label={activityText.retryOf(sentence)}
            disabledFocusable={retry.running}
            onClick={() => void run(retry, activityText.retried)}
          >
            {activityText.retry}
          </Button>
        )}
        {canCancel(state) && (
          <Button
            size="large"
            appearance="subtle"
            aria-label={activityText.cancelOf(sentence)}
            disabledFocusable={cancel.running}
            onClick={() => void run(cancel, activityText.cancelled)}
          >
            {activityText.cancel}
          </Button>
        )}
      </div>
      <span className={styles.when}>
        <When at={job.finishedAt ?? job.createdAt} />
      </span>
    </li>
  );
}
