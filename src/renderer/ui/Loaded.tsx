import { Fragment, type ReactNode } from 'react';
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { ProcedureReading } from '../api/useProcedure.ts';
import { commonText } from '../text/common.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  skeleton: { display: 'grid', gap: tokens.spacingVerticalM },
});

interface LoadedProps<Value> {
  readonly reading: ProcedureReading<Value>;
  /** About as many lines as the value will fill, so that nothing jumps. */
  readonly lines?: number;
  readonly children: (value: Value) => ReactNode;
}

/** Loading, failed and there, in one place. A value that could not be read again stays, with the problem above it. */
export function Loaded<Value>({ reading, lines = 4, children }: LoadedProps<Value>) {
  const styles = useStyles();
  if (reading.state === 'failed') return <ProblemBar failure={reading.failure} onRetry={reading.reload} />;
  if (reading.state === 'loading') {
    return (
      <Skeleton aria-label={commonText.loading} className={styles.skeleton}>
        {Array.from({ length: lines }, (_, line) => (
          <SkeletonItem key={line} size={24} />
        ))}
      </Skeleton>
    );
  }
  return (
    <Fragment>
      {reading.failure !== null && <ProblemBar failure={reading.failure} onRetry={reading.reload} />}
      {children(reading.value)}
    </Fragment>
  );
}
