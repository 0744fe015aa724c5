import { useState } from 'react';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { AddTenantDialog } from './AddTenantDialog.tsx';
import { CheckPermissions } from './CheckPermissions.tsx';
import { SignInDialog } from './SignInDialog.tsx';

/** Adds a tenant, and goes on with what it needs next: a sign-in, or a look at what its certificate may do. */
export function AddTenant({ onClose }: { readonly onClose: () => void }) {
  const [added, setAdded] = useState<TenantView | null>(null);
  if (added === null) return <AddTenantDialog onAdded={setAdded} onClose={onClose} />;
  return added.signIn.by === 'certificate' ? (
    <CheckPermissions tenant={added} onClose={onClose} />
  ) : (
    <SignInDialog tenant={added} onClose={onClose} />
  );
}
