import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { cloudName } from '../../../../shared/tenants/tenant.ts';
import { usageError } from '../program/commandError.ts';

/** Which tenant of Microsoft a customer is, as it is typed. */
export interface BindingOptions {
  readonly directory: string;
  readonly application: string;
  readonly cloud: NonNullable<InputOf<'tenants.add'>['cloud']>;
  readonly certificate?: string;
  readonly thumbprint?: string;
  readonly graph?: string;
  readonly authority?: string;
}

const certificateHelp = `
With --certificate the app signs in by itself, for labs where nobody is: upload the certificate to the app registration, and
grant it the application permissions that the README lists. The PEM file holds the private key, without a passphrase, and best
the certificate too. It is read where it lies and not copied: let nobody else read it.`;

/** Adds the options that tell a tenant to a command. */
export const withBindingOptions = (command: Command): Command =>
  command
    .requiredOption('--directory <id>', 'the tenant’s ID, or one of its domains')
    .requiredOption('--application <id>', 'the application (client) ID')
    .addOption(new Option('--cloud <cloud>', 'where the tenant is').choices(cloudName.options).default('global'))
    .option('--certificate <file>', 'a PEM file with the private key: the app signs in by itself')
    .option('--thumbprint <sha256>', 'of the certificate, where the file holds only its key')
    .option('--graph <url>', 'another address of Graph, on this machine')
    .option('--authority <url>', 'another address for signing in, on this machine')
    .addHelpText('after', certificateHelp);

/** The options as they are sent. @throws CommandError where they do not go together */
export function bindingOf(options: BindingOptions): Omit<InputOf<'tenants.connect'>, 'id'> {
  const { directory, application, cloud } = options;
  return {
    directoryId: directory,
    clientId: application,
    cloud,
    ...certificateOf(options),
    ...addressesOf(options),
  };
}

function certificateOf({ certificate, thumbprint }: BindingOptions): Pick<InputOf<'tenants.add'>, 'certificate'> {
  if (certificate === undefined) {
    if (thumbprint !== undefined) throw usageError('A thumbprint needs its --certificate file.');
    return {};
  }
  const privateKeyFile = resolve(certificate);
  return {
    certificate: { privateKeyFile, ...(thumbprint === undefined ? {} : { thumbprintSha256: thumbprint }) },
  };
}

function addressesOf({ graph, authority }: BindingOptions): Pick<InputOf<'tenants.add'>, 'addresses'> {
  if (graph === undefined && authority === undefined) return {};
  if (graph === undefined || authority === undefined)
    throw usageError('Give both --graph and --authority, or neither.');
  return { addresses: { graphRoot: graph, authority } };
}
