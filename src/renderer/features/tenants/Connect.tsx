import { useState } from 'react';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { AfterConnecting } from './AfterConnecting.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';

interface ConnectProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** Connects a customer to its tenant, and goes on with what that needs next. */
export function Connect({ tenant, onClose }: ConnectProps) {
  const [connected, setConnected] = useState<TenantView | null>(null);
  return connected === null ? (
    <ConnectDialog tenant={tenant} onConnected={setConnected} onClose={onClose} />
  ) : (
    <AfterConnecting tenant={connected} onClose={onClose} />
  );
}
