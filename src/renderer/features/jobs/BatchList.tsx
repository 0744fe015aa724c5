import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { queueAddress } from '../../app/address.ts';
import { activityText } from '../../text/jobs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { BatchRow } from './BatchRow.tsx';
import { CancelJobsDialog } from './CancelJobsDialog.tsx';
import { countOf, filterShapes, jobFilters, statesOf, type JobCounts, type JobFilterName } from './jobFilters.ts';
import { MOST_SHOWN, SHOWN_STEP, ShowMore } from '../../ui/ShowMore.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

interface BatchListProps {
  readonly tenantId: string | undefined;
  readonly counts: JobCounts;
  readonly isPaused: boolean;
}

/** The changes on their way to Microsoft, newest first: one sentence for what one act brought about. */
export function BatchList({ tenantId, counts, isPaused }: BatchListProps) {
  const styles = useStyles();
  const notify = useNotify();
  const retry = useCommand('jobs.retry');
  const [filter, setFilter] = useState<JobFilterName>('all');
  const [limit, setLimit] = useState(SHOWN_STEP);
  const [isCancelling, setIsCancelling] = useState(false);
  const reading = useProcedure(
    'jobs.batches',
    { ...(tenantId !== undefined && { tenantId }), states: [...statesOf[filter]], limit },
    ['jobs.changed', 'tenants.changed'],
  );
  const waiting = counts.waiting + counts.retrying;

  async function retryAll(): Promise<void> {
    if (tenantId === undefined) return;
    const outcome = await retry.run({ tenantId });
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
            setLimit(SHOWN_STEP);
          }}
          filters={jobFilters.map((name) => {
            const shape = filterShapes[name];
            const count = countOf(name, counts);
            return { name, word: activityText.filters[name], count, ...(shape !== undefined && { shape }) };
          })}
        />
        <div className={styles.acts}>
          {waiting > 1 && (
            <Button size="large" onClick={() => setIsCancelling(true)}>
              {activityText.cancelAll(waiting)}
            </Button>
          )}
          {counts.failed > 1 && (
            <Button
              size="large"
              appearance={isPaused ? 'secondary' : 'primary'}
              disabledFocusable={retry.running}
              onClick={() => void retryAll()}
            >
              {activityText.retryAll(counts.failed)}
            </Button>
          )}
        </div>
      </div>
      <Loaded reading={reading} lines={8}>
        {({ total, batches }) =>
          total === 0 ? (
            <EmptyState sentence={activityText.noneOfThese} />
          ) : (
            <>
              <ul className={styles.list} aria-label={activityText.list} data-focus-home tabIndex={-1}>
                {batches.map((batch) => (
                  <BatchRow key={batch.id} batch={batch} filter={filter} isPaused={isPaused} />
                ))}
              </ul>
              <ShowMore
                shown={batches.length}
                total={total}
                onMore={limit < MOST_SHOWN ? () => setLimit(limit + SHOWN_STEP) : null}
              />
            </>
          )
        }
      </Loaded>
      {isCancelling && tenantId !== undefined && (
        <CancelJobsDialog choice={{ tenantId }} count={waiting} onClose={() => setIsCancelling(false)} />
      )}
    </>
  );
}
