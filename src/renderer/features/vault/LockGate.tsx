import type { ReactNode } from 'react';
import { useProcedure } from '../../api/useProcedure.ts';
import { AppTheme } from '../../app/AppTheme.tsx';
import { Notifications } from '../../ui/Notifications.tsx';
import { LockedScreen } from './LockedScreen.tsx';

/** Shows the page only where its queue is open; before that is known the page waits, and says by itself what it waits for. */
export function LockGate({ children }: { readonly children: ReactNode }) {
  const lock = useProcedure('vault.lock', {}, ['vault.changed']);
  if (lock.state !== 'ready' || lock.value === null) return children;
  return (
    <AppTheme theme="system">
      <Notifications scans={0}>
        <LockedScreen lock={lock.value} onLookedAgain={lock.reload} />
      </Notifications>
    </AppTheme>
  );
}
