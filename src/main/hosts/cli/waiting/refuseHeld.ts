import { isConnected } from '../../../../shared/tenants/connected.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** Ends a command that would wait for ever. @throws CommandError where nothing of the customer is sent before a person acts */
export async function refuseHeld(run: Run, tenantId: string): Promise<void> {
  const { tenants } = await run.call('tenants.list', {});
  const tenant = tenants.find(({ id }) => id === tenantId);
  if (tenant === undefined || tenant.sendsSince !== null) return;
  throw new CommandError(
    isConnected(tenant)
      ? `Nothing of ${tenant.name} is sent yet. See what waits, and let it go: reseal lane send "${tenant.name}"`
      : `${tenant.name} is not connected to Microsoft yet; what is for Microsoft waits. Connect it: reseal lane connect "${tenant.name}" …`,
    exitStatus.attention,
  );
}
