import { cloudWarnings } from '../../../../shared/tenants/cloudWords.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { bindingOf, type BindingOptions } from './bindingOptions.ts';
import { namedTenant } from './namedTenant.ts';

/** `lane connect`. */
export async function connectLane(run: Run, name: string, options: BindingOptions): Promise<ExitStatus> {
  const { id } = await namedTenant(run, name);
  const tenant = await run.call('tenants.connect', { id, ...bindingOf(options) });
  const warning = cloudWarnings[tenant.cloud];
  if (warning !== null) run.say(warning);
  await run.print(
    { ...tenant, warning },
    () => `Connected ${tenant.name}. Nothing is sent yet. See what waits: reseal lane send "${tenant.name}"`,
  );
  return exitStatus.done;
}
