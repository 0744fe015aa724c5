import { useState } from 'react';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { AddTenantDialog } from './AddTenantDialog.tsx';
import { AfterConnecting } from './AfterConnecting.tsx';

/** Adds a customer, and goes on with what its tenant needs next. */
export function AddTenant({ onClose }: { readonly onClose: () => void }) {
  const [added, setAdded] = useState<TenantView | null>(null);
  if (added !== null) return <AfterConnecting tenant={added} onClose={onClose} />;
  return (
    <AddTenantDialog
      connects={false}
      onAdded={(tenant) => (tenant.signIn.state === 'notConnected' ? onClose() : setAdded(tenant))}
      onClose={onClose}
    />
  );
}
