import type { InputOf } from '../../../../shared/api/contract.ts';
import { cloudWarnings } from '../../../../shared/tenants/cloudWords.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { bindingOf, type BindingOptions } from './bindingOptions.ts';

interface AddOptions extends BindingOptions {
  readonly colour: NonNullable<InputOf<'tenants.add'>['colour']>;
}

/** `tenant add`. */
export async function runAddTenant(run: Run, name: string, options: AddOptions): Promise<ExitStatus> {
  const tenant = await run.call('tenants.add', { name, colour: options.colour, ...bindingOf(options) });
  const warning = cloudWarnings[tenant.cloud];
  if (warning !== null) run.say(warning);
  await run.print({ ...tenant, warning }, () =>
    tenant.signIn.by === 'certificate'
      ? `Added ${tenant.name}, which signs in by itself (${tenant.signIn.account ?? ''}). Try it: reseal tenant check "${tenant.name}"`
      : `Added ${tenant.name}. Sign in to it in the window, which keeps the sign-in, or try it: reseal tenant check "${tenant.name}"`,
  );
  return exitStatus.done;
}
