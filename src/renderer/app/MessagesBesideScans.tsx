import type { ReactNode } from 'react';
import { useScan } from '../features/scans/scanContext.ts';
import { Notifications } from '../ui/Notifications.tsx';

/** Messages share their place with answers to scans: the next scan puts them aside. */
export function MessagesBesideScans({ children }: { readonly children: ReactNode }) {
  return <Notifications scans={useScan().heard}>{children}</Notifications>;
}
