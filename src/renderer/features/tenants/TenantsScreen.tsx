import { makeStyles, tokens } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { tenantText } from '../../text/tenants.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { addPractice, addTenant } from './tenantActs.tsx';
import { TenantCard } from './TenantCard.tsx';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(440px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Whose devices these are, and who is signed in to each. */
export function TenantsScreen() {
  const styles = useStyles();
  const workspace = useWorkspace();
  // The workspace is kept small and quiet; only here do the counts have to follow the queue.
  const reading = useProcedure('tenants.list', {}, ['tenants.changed', 'devices.changed']);
  const tenants = reading.state === 'ready' ? reading.value.tenants : workspace.tenants;
  const reseal = { kind: 'reseal', status: null } as const;
  const practice = useOffer(addPractice, reseal);
  const adding = useOffer(addTenant, reseal);

  const acts = (
    <>
      {practice.reason === null && <ActButton offer={practice} plain />}
      <ActButton offer={adding} appearance={tenants.length === 0 ? 'primary' : 'secondary'} />
    </>
  );
  return (
    <Screen title={tenantText.title} actions={tenants.length === 0 ? null : acts}>
      {tenants.length === 0 ? (
        <EmptyState icon={<BuildingRegular />} title={tenantText.emptyTitle} sentence={tenantText.empty}>
          {acts}
        </EmptyState>
      ) : (
        <ul className={styles.cards} aria-label={tenantText.list}>
          {tenants.map((tenant) => (
            <TenantCard key={tenant.id} tenant={tenant} />
          ))}
        </ul>
      )}
    </Screen>
  );
}
