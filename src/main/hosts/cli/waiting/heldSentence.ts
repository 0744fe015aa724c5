import { isConnected } from '../../../../shared/tenants/connected.ts';
import type { Run } from '../program/runCommand.ts';

/** Why nothing of a customer is sent before a person acts, and what they do; null where it is sent by itself. */
export async function heldSentence(run: Run, tenantId: string): Promise<string | null> {
  const { tenants } = await run.call('tenants.list', {});
  const tenant = tenants.find(({ id }) => id === tenantId);
  if (tenant === undefined || tenant.sendsSince !== null) return null;
  return isConnected(tenant)
    ? `Nothing of ${tenant.name} is sent yet. See what waits, and let it go: reseal lane send "${tenant.name}"`
    : `${tenant.name} is not connected to Microsoft yet; what is for Microsoft waits. Connect it: reseal lane connect "${tenant.name}" …`;
}
