import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { namedTenant } from './namedTenant.ts';

/** `tenant remove`. */
export async function runRemoveTenant(run: Run, name: string): Promise<ExitStatus> {
  const tenant = await namedTenant(run, name);
  await run.call('tenants.remove', { id: tenant.id });
  await run.print(
    { removed: tenant.name },
    () => `Removed ${tenant.name} from this bench. Nothing changed at Microsoft.`,
  );
  return exitStatus.done;
}
