import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, BuildingRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { tenantText } from '../../text/tenants.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { AddTenantDialog } from './AddTenantDialog.tsx';
import { PermissionsDialog } from '../directory/PermissionsDialog.tsx';
import { SignInDialog } from './SignInDialog.tsx';
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

interface SignInTo {
  readonly tenant: TenantView;
  readonly permission: string | null;
}

/** Whose devices these are, and who is signed in to each. */
export function TenantsScreen() {
  const styles = useStyles();
  const workspace = useWorkspace();
  // The workspace is kept small and quiet; only here do the counts have to follow the queue.
  const reading = useProcedure('tenants.list', {}, ['tenants.changed', 'devices.changed']);
  const tenants = reading.state === 'ready' ? reading.value.tenants : workspace.tenants;
  const addPractice = useCommand('tenants.addPractice');
  const [isAdding, setIsAdding] = useState(false);
  const [signingInTo, setSigningInTo] = useState<SignInTo | null>(null);
  const [checking, setChecking] = useState<TenantView | null>(null);
  const hasPractice = tenants.some(({ kind }) => kind === 'practice');

  const acts = (
    <>
      {!hasPractice && (
        <Button size="large" disabledFocusable={addPractice.running} onClick={() => void addPractice.run({})}>
          {tenantText.addPractice}
        </Button>
      )}
      <Button
        size="large"
        icon={<AddRegular />}
        appearance={tenants.length === 0 ? 'primary' : 'secondary'}
        onClick={() => setIsAdding(true)}
      >
        {tenantText.add}
      </Button>
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
            <TenantCard
              key={tenant.id}
              tenant={tenant}
              onSignIn={(permission) => setSigningInTo({ tenant, permission })}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <AddTenantDialog
          onClose={() => setIsAdding(false)}
          onAdded={(tenant) => {
            setIsAdding(false);
            if (tenant.signIn.by === 'certificate') setChecking(tenant);
            else setSigningInTo({ tenant, permission: null });
          }}
        />
      )}
      {signingInTo !== null && <SignInDialog {...signingInTo} onClose={() => setSigningInTo(null)} />}
      {checking !== null && (
        <PermissionsDialog
          tenant={checking}
          onAsk={(permission) => {
            setChecking(null);
            setSigningInTo({ tenant: checking, permission });
          }}
          onClose={() => setChecking(null)}
        />
      )}
    </Screen>
  );
}
