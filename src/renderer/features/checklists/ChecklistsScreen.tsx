import { useState } from 'react';
import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { TaskListLtrRegular } from '@fluentui/react-icons';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffers } from '../../acts/actsContext.ts';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useProcedure, type ProcedureReading } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { checklistsText } from '../../text/checklists.ts';
import { ownChecklistsText } from '../../text/ownChecklists.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { ChecklistRow } from './ChecklistRow.tsx';
import { startChecklist } from './checklistActs.tsx';
import { TenantSteps } from './TenantSteps.tsx';

const STEP = 50;
const ALL_BATCHES = '';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  batch: { minWidth: '240px' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  more: { display: 'flex', justifyContent: 'center' },
});

type Shown = 'open' | 'done' | 'all' | 'customer';
const filters: readonly Shown[] = ['open', 'done', 'all', 'customer'];

/** Which work is open, per device, batch and tenant. */
export function ChecklistsScreen() {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const [shown, setShown] = useState<Shown>('open');
  const [batchId, setBatchId] = useState(ALL_BATCHES);
  const [limit, setLimit] = useState(STEP);
  const ofTenant = tenant === null ? {} : { tenantId: tenant.id };
  const batches = useProcedure('devices.batches', ofTenant, ['batches.changed']);
  const scope = { ...ofTenant, ...(batchId !== ALL_BATCHES && { batchId }) };
  const reading = useProcedure(
    'checklists.list',
    { ...scope, ...((shown === 'open' || shown === 'done') && { open: shown === 'open' }), limit },
    ['checklists.changed', 'devices.changed', 'tenants.changed'],
  );
  const everything = useProcedure('checklists.list', { ...ofTenant, limit: 1 }, [
    'checklists.changed',
    'devices.changed',
  ]);
  const ofCustomer = useProcedure('checklists.ofTenant', tenant === null ? null : { tenantId: tenant.id }, [
    'checklists.changed',
  ]);
  const hasNone = shown !== 'customer' && everything.state === 'ready' && everything.value.total === 0;

  const offers = useOffers(...(tenant === null ? [] : [{ kind: 'tenant', tenant, status: null } as const]));
  const start = offers
    .filter(({ act }) => act === startChecklist)
    .map((offer) => <ActButton key={offer.id} offer={offer} appearance={hasNone ? 'primary' : 'secondary'} />);
  if (hasNone) {
    return (
      <Screen title={checklistsText.title}>
        <EmptyState icon={<TaskListLtrRegular />} title={checklistsText.emptyTitle} sentence={checklistsText.empty}>
          {start}
          {tenant !== null && (
            <Button size="large" onClick={() => setShown('customer')}>
              {checklistsText.customerTitle(tenant.name)}
            </Button>
          )}
          <LinkButton to={{ page: 'ownChecklists' }} appearance="subtle">
            {ownChecklistsText.open}
          </LinkButton>
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      title={checklistsText.title}
      actions={
        <>
          <LinkButton to={{ page: 'ownChecklists' }} appearance="subtle">
            {ownChecklistsText.open}
          </LinkButton>
          {start}
        </>
      }
    >
      <div className={styles.bar}>
        <FilterButtons
          label={checklistsText.filterLabel}
          chosen={shown}
          onChoose={(name) => {
            setShown(name);
            setLimit(STEP);
          }}
          filters={filters.map((name) => ({ name, word: checklistsText.filters[name] }))}
        />
        {shown !== 'customer' && batches.state === 'ready' && batches.value.batches.length > 0 && (
          <Select
            size="large"
            className={styles.batch}
            aria-label={checklistsText.batch}
            value={batchId}
            onChange={(_, { value }) => setBatchId(value)}
          >
            <option value={ALL_BATCHES}>{checklistsText.allBatches}</option>
            {batches.value.batches.map((batch) => (
              <option key={batch.id} value={batch.id}>
                {batch.name}
              </option>
            ))}
          </Select>
        )}
        {shown !== 'customer' && reading.state === 'ready' && (
          <Text role="status">{checklistsText.shown(reading.value.checklists.length, reading.value.total)}</Text>
        )}
      </div>
      {shown === 'customer' ? (
        <OfCustomer tenant={tenant} reading={ofCustomer} />
      ) : (
        <Loaded reading={reading} lines={8}>
          {({ total, checklists }) => (
            <>
              {tenant !== null &&
                ofCustomer.state === 'ready' &&
                ofCustomer.value.checklists
                  .filter(({ templateId }) => checklists.some((one) => one.templateId === templateId))
                  .map((one) => <TenantSteps key={one.templateId} tenantId={tenant.id} checklist={one} />)}
              {total === 0 ? (
                <EmptyState sentence={shown === 'open' ? checklistsText.noneOpen : checklistsText.noneDone} />
              ) : (
                <ul className={styles.list} aria-label={checklistsText.list} data-focus-home tabIndex={-1}>
                  {checklists.map((checklist) => (
                    <ChecklistRow key={checklist.id} checklist={checklist} />
                  ))}
                </ul>
              )}
              {total > checklists.length && (
                <div className={styles.more}>
                  <Button size="large" onClick={() => setLimit(limit + STEP)}>
                    {checklistsText.more}
                  </Button>
                </div>
              )}
            </>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

interface OfCustomerProps {
  readonly tenant: TenantView | null;
  readonly reading: ProcedureReading<OutputOf<'checklists.ofTenant'>, InputOf<'checklists.ofTenant'>>;
}

/** Everything that is done once for a customer, the lists that no device has first. */
function OfCustomer({ tenant, reading }: OfCustomerProps) {
  if (tenant === null) return <EmptyState sentence={checklistsText.noCustomer} />;
  return (
    <Loaded reading={reading} lines={8}>
      {({ checklists }) =>
        checklists
          .toSorted((one, other) => Number(other.isWhole) - Number(one.isWhole))
          .map((one) => <TenantSteps key={one.templateId} tenantId={tenant.id} checklist={one} />)
      }
    </Loaded>
  );
}
