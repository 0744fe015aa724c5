import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffers } from '../../acts/actsContext.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { queueAddress } from '../../app/address.ts';
import { activityText } from '../../text/jobs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { BatchRow } from './BatchRow.tsx';
import { cancelWaiting, retryRefused } from './jobActs.tsx';
import { countOf, filterShapes, jobFilters, statesOf, type JobFilterName } from './jobFilters.ts';
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
  readonly tenant: TenantView | null;
  readonly status: OutputOf<'jobs.status'>;
}

/** The changes on their way to Microsoft, newest first: one sentence for what one act brought about. */
export function BatchList({ tenant, status }: BatchListProps) {
  const styles = useStyles();
  const { jobs: counts, paused: isPaused } = status;
  const offers = useOffers(...(tenant === null ? [] : [{ kind: 'tenant', tenant, status } as const]));
  const [filter, setFilter] = useState<JobFilterName>('all');
  const [limit, setLimit] = useState(SHOWN_STEP);
  const reading = useProcedure(
    'jobs.batches',
    { ...(tenant !== null && { tenantId: tenant.id }), states: [...statesOf[filter]], limit },
    ['jobs.changed', 'tenants.changed'],
  );
  const waiting = counts.waiting + counts.retrying;

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
          {offers
            .filter(({ act }) => (act === cancelWaiting && waiting > 1) || (act === retryRefused && counts.failed > 1))
            .map((offer) => (
              <ActButton
                key={offer.id}
                offer={offer}
                appearance={offer.act === retryRefused && !isPaused ? 'primary' : 'secondary'}
                plain
              />
            ))}
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
    </>
  );
}
