import { resolve } from 'node:path';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { cloudWarnings } from '../../../../shared/tenants/cloudWords.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

interface AddOptions {
  readonly directory: string;
  readonly application: string;
  readonly cloud: NonNullable<InputOf<'tenants.add'>['cloud']>;
  readonly colour: NonNullable<InputOf<'tenants.add'>['colour']>;
  readonly certificate?: string;
  readonly thumbprint?: string;
  readonly graph?: string;
  readonly authority?: string;
}

/** `tenant add`. */
export async function runAddTenant(run: Run, name: string, options: AddOptions): Promise<ExitStatus> {
  const { directory, application, cloud, colour } = options;
  const tenant = await run.call('tenants.add', {
    name,
    directoryId: directory,
    clientId: application,
    cloud,
    colour,
    ...certificateOf(options),
    ...addressesOf(options),
  });
  const warning = cloudWarnings[tenant.cloud];
  if (warning !== null) run.say(warning);
  await run.print({ ...tenant, warning }, () =>
    tenant.signIn.by === 'certificate'
      ? `Added ${tenant.name}, which signs in by itself (${tenant.signIn.account ?? ''}). Try it: reseal tenant check "${tenant.name}"`
      : `Added ${tenant.name}. Sign in to it in the window, which keeps the sign-in, or try it: reseal tenant check "${tenant.name}"`,
  );
  return exitStatus.done;
}

function certificateOf({ certificate, thumbprint }: AddOptions): Pick<InputOf<'tenants.add'>, 'certificate'> {
  if (certificate === undefined) {
    if (thumbprint !== undefined) throw usageError('A thumbprint needs its --certificate file.');
    return {};
  }
  const privateKeyFile = resolve(certificate);
  return {
    certificate: { privateKeyFile, ...(thumbprint === undefined ? {} : { thumbprintSha256: thumbprint }) },
  };
}

function addressesOf({ graph, authority }: AddOptions): Pick<InputOf<'tenants.add'>, 'addresses'> {
  if (graph === undefined && authority === undefined) return {};
  if (graph === undefined || authority === undefined)
    throw usageError('Give both --graph and --authority, or neither.');
  return { addresses: { graphRoot: graph, authority } };
}
