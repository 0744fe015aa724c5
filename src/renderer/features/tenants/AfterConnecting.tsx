import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { CheckPermissions } from './CheckPermissions.tsx';
import { SignInDialog } from './SignInDialog.tsx';

interface AfterConnectingProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** What a tenant needs next: a sign-in, or a look at what its certificate may do. */
export function AfterConnecting({ tenant, onClose }: AfterConnectingProps) {
  const Next = tenant.signIn.by === 'certificate' ? CheckPermissions : SignInDialog;
  return <Next tenant={tenant} onClose={onClose} />;
}
