import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { queueAddress } from '../../app/address.ts';
import { activityText } from '../../text/activity.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { CancelJobsDialog } from './CancelJobsDialog.tsx';
import {
  canCancel,
  countOf,
  filterShapes,
  jobFilters,
  statesOf,
  type JobCounts,
  type JobFilter,
} from './jobFilters.ts';
import { JobRow } from './JobRow.tsx';

const STEP = 100;
/** The most that is asked for at once. */
const MOST = 1_000;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  acts: { display: 'flex', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  more: { display: 'flex', alignItems: 'center', justifyContent: 'center', gap: tokens.spacingHorizontalM },
});

interface JobListProps {
  readonly tenantId: string | undefined;
  readonly counts: JobCounts;
  readonly isPaused: boolean;
}

/** The changes on their way to Microsoft, newest first, as sentences. */
export function JobList({ tenantId, counts, isPaused }: JobListProps) {
  const styles = useStyles();
  const notify = useNotify();
  const retry = useCommand('jobs.retry');
  const [filter, setFilter] = useState<JobFilter>('all');
  const [limit, setLimit] = useState(STEP);
  const [isCancelling, setIsCancelling] = useState(false);
  const reading = useProcedure(
    'jobs.list',
    { ...(tenantId !== undefined && { tenantId }), states: [...statesOf[filter]], limit },
    ['jobs.changed', 'tenants.changed'],
  );
  const jobs = reading.state === 'ready' ? reading.value.jobs : [];
  const failed = jobs.filter(({ state }) => state === 'failed').map(({ id }) => id);
  const waiting = jobs.filter(({ state }) => canCancel(state)).map(({ id }) => id);

  async function retryAll(): Promise<void> {
    const outcome = await retry.run({ ids: failed });
    if (outcome.ok) notify.done(activityText.retried(outcome.value.changed));
  }

  if (countOf('all', counts) === 0) {
    return (
      <EmptyState icon={<CloudArrowUpRegular />} title={activityText.emptyTitle} sentence={activityText.empty}>
        <LinkButton to={queueAddress}>{activityText.toQueue}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <FilterButtons
          label={activityText.filterLabel}
          chosen={filter}
          onChoose={(name) => {
            setFilter(name);
            setLimit(STEP);
          }}
          filters={jobFilters.map((name) => {
            const shape = filterShapes[name];
            const count = countOf(name, counts);
            return { name, word: activityText.filters[name], count, ...(shape !== undefined && { shape }) };
          })}
        />
        <div className={styles.acts}>
          {waiting.length > 1 && (
            <Button size="large" onClick={() => setIsCancelling(true)}>
              {activityText.cancelAll(waiting.length)}
            </Button>
          )}
          {failed.length > 1 && (
            <Button size="large" appearance="primary" disabledFocusable={retry.running} onClick={() => void retryAll()}>
              {activityText.retryAll(failed.length)}
            </Button>
          )}
        </div>
      </div>
      <Loaded reading={reading} lines={8}>
        {({ total }) =>
          total === 0 ? (
            <EmptyState sentence={activityText.noneOfThese} />
          ) : (
            <>
              <ul className={styles.list} aria-label={activityText.list} data-focus-home tabIndex={-1}>
                {jobs.map((job) => (
                  <JobRow key={job.id} job={job} isPaused={isPaused} />
                ))}
              </ul>
              {total > jobs.length && (
                <div className={styles.more}>
                  <Text>{activityText.shown(jobs.length, total)}</Text>
                  {limit < MOST && (
                    <Button size="large" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
                      {activityText.more}
                    </Button>
                  )}
                </div>
              )}
            </>
          )
        }
      </Loaded>
      {isCancelling && <CancelJobsDialog ids={waiting} onClose={() => setIsCancelling(false)} />}
    </>
  );
}
