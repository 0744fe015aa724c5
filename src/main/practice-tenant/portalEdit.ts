import { showChange } from './lifecycle/deviceChanges.ts';
import type { PracticeDeviceRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** What an administrator types in Intune; an empty text clears, and what is left out stays. */
export interface PortalEdit {
  readonly groupTag?: string | undefined;
  readonly userPrincipalName?: string | undefined;
  readonly displayName?: string | undefined;
}

/** Makes the edit of an administrator visible at once, whatever else is on its way. */
export function editInPortal(tenant: Tenant, device: PracticeDeviceRow, edit: PortalEdit): void {
  const { userPrincipalName } = edit;
  const wanted = userPrincipalName?.toLowerCase();
  const user = tenant.state.users.all().find((row) => row.userPrincipalName.toLowerCase() === wanted);
  const change = wanted === undefined ? edit : { ...edit, addressableUserName: user?.displayName ?? '' };
  showChange(tenant, device.id, JSON.stringify(change), tenant.clock.now());
}
