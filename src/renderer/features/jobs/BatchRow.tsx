import { useId, useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { JobBatchView } from '../../../shared/jobs/job.ts';
import { actWords } from '../../../shared/jobs/jobAct.ts';
import { reasonWords } from '../../../shared/jobs/reason.ts';
import { useCommand } from '../../api/useCommand.ts';
import { formatter } from '../../text/formatter.ts';
import { activityText, jobCountWords, jobStateWords } from '../../text/jobs.ts';
import { useNotify } from '../../ui/notify.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { When } from '../../ui/When.tsx';
import { BatchJobs } from './BatchJobs.tsx';
import { batchStateOf, countsSentence } from './batchState.ts';
import { CancelJobsDialog } from './CancelJobsDialog.tsx';
import { countOf, jobShapes, type JobFilterName } from './jobFilters.ts';
import { JobRow } from './JobRow.tsx';
import { NextAttempt } from './NextAttempt.tsx';
import { useRowStyles } from './row.styles.ts';

/** So many reasons are told before it is opened. */
const MOST_REASONS = 3;

interface BatchRowProps {
  readonly batch: JobBatchView;
  readonly filter: JobFilterName;
  readonly isPaused: boolean;
}

/** What one act brought about, as one sentence with counts that opens to its devices. */
export function BatchRow({ batch, filter, isPaused }: BatchRowProps) {
  return batch.job === null ? (
    <ManyRow batch={batch} filter={filter} isPaused={isPaused} />
  ) : (
    <JobRow job={batch.job} isPaused={isPaused} />
  );
}

function ManyRow({ batch, filter, isPaused }: BatchRowProps) {
  const styles = useRowStyles();
  const notify = useNotify();
  const retry = useCommand('jobs.retry');
  const jobsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isCancelling, setIsCancelling] = useState(false);
  const { id, act, changes, counts, reasons, nextAttemptAt } = batch;
  const sentence = actWords(act, activityText.devices(changes), formatter);
  const state = batchStateOf(counts);
  const waiting = counts.waiting + counts.retrying;

  async function retryAll(): Promise<void> {
    const outcome = await retry.run({ batchId: id });
    if (outcome.ok) notify.done(activityText.retried(outcome.value.changed));
  }

  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <StatusWord shape={jobShapes[state]} word={jobStateWords[state]} />
        <div className={styles.words}>
          <Button
            appearance="transparent"
            className={styles.opener}
            icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isOpen}
            aria-controls={jobsId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {activityText.batch(sentence, countsSentence(counts))}
          </Button>
          {reasons.slice(0, MOST_REASONS).map((reason) => (
            <Text key={`${reason.state} ${reason.explanation}`} className={styles.reason}>
              {activityText.reason(reason.changes, jobCountWords[reason.state], reasonWords(reason.reason))}
            </Text>
          ))}
          {nextAttemptAt !== null && !isPaused && (
            <span className={styles.quietReason}>
              <NextAttempt at={nextAttemptAt} />
            </span>
          )}
        </div>
        <div className={styles.acts}>
          {counts.failed > 0 && (
            <Button
              size="large"
              aria-label={activityText.retryOf(sentence)}
              disabledFocusable={retry.running}
              onClick={() => void retryAll()}
            >
              {activityText.retryMany(counts.failed)}
            </Button>
          )}
          {waiting > 0 && (
            <Button
              size="large"
              appearance="subtle"
              aria-label={activityText.cancelOf(sentence)}
              onClick={() => setIsCancelling(true)}
            >
              {activityText.cancelMany}
            </Button>
          )}
        </div>
        <span className={styles.when}>
          <When at={batch.finishedAt ?? batch.createdAt} />
        </span>
      </div>
      <div id={jobsId} hidden={!isOpen}>
        {isOpen && (
          <BatchJobs
            batchId={id}
            sentence={sentence}
            filter={countOf(filter, counts) > 0 ? filter : 'all'}
            isPaused={isPaused}
          />
        )}
      </div>
      {isCancelling && (
        <CancelJobsDialog choice={{ batchId: id }} count={waiting} onClose={() => setIsCancelling(false)} />
      )}
    </li>
  );
}
