import { useState } from 'react';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { PermissionsDialog } from '../directory/PermissionsDialog.tsx';
import { SignInDialog } from './SignInDialog.tsx';

interface CheckPermissionsProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** What may be done in the tenant; a permission that is missing is asked for by signing in once more. */
export function CheckPermissions({ tenant, onClose }: CheckPermissionsProps) {
  const [permission, setPermission] = useState<string | null>(null);
  return permission === null ? (
    <PermissionsDialog tenant={tenant} onAsk={setPermission} onClose={onClose} />
  ) : (
    <SignInDialog tenant={tenant} permission={permission} onClose={onClose} />
  );
}
