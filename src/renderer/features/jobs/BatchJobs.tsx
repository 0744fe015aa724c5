import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { statesOf, type JobFilterName } from './jobFilters.ts';
import { JobRow } from './JobRow.tsx';
import { MOST_SHOWN, SHOWN_STEP, ShowMore } from '../../ui/ShowMore.tsx';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

interface BatchJobsProps {
  readonly batchId: string;
  readonly sentence: string;
  readonly filter: JobFilterName;
  readonly isPaused: boolean;
}

/** The changes of a batch, one for each device. */
export function BatchJobs({ batchId, sentence, filter, isPaused }: BatchJobsProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(SHOWN_STEP);
  const reading = useProcedure('jobs.list', { batchId, states: [...statesOf[filter]], limit }, ['jobs.changed']);
  return (
    <Loaded reading={reading} lines={4}>
      {({ total, jobs }) => (
        <>
          <ul className={styles.root} aria-label={sentence}>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} isPaused={isPaused} />
            ))}
          </ul>
          <ShowMore
            shown={jobs.length}
            total={total}
            onMore={limit < MOST_SHOWN ? () => setLimit(limit + SHOWN_STEP) : null}
          />
        </>
      )}
    </Loaded>
  );
}
