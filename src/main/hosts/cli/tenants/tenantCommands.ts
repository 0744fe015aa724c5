import { type Command, Option } from 'commander';
import { cloudName, tenantColour } from '../../../../shared/tenants/tenant.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { runAddTenant } from './addTenant.ts';
import { checkTenant } from './checkTenant.ts';
import { listTenants } from './listTenants.ts';
import { runRemoveTenant } from './removeTenant.ts';
import { signOutOf } from './signOutOf.ts';
import { signInTo } from './signInTo.ts';

const certificateHelp = `
With --certificate the app signs in by itself, for labs where nobody is: upload the certificate to the app registration, and
grant it the application permissions that the README lists. The PEM file holds the private key, without a passphrase, and best
the certificate too. It is read where it lies and not copied: let nobody else read it.`;

/** `tenant …`: the tenants of this bench, and who signs in to them. */
export function addTenantCommands(program: Command, run: RunCommand): void {
  const tenant = program
    .command('tenant')
    .description('the tenants of this bench: add, check, sign in and out, remove')
    .helpCommand(false);
  tenant
    .command('list')
    .description('show the tenants, and who is signed in')
    .action((_options: unknown, command: Command) => run(command, listTenants));
  tenant
    .command('add')
    .description('add a tenant by its app registration')
    .argument('<name>', 'its name on this bench')
    .requiredOption('--directory <id>', 'the tenant’s ID, or one of its domains')
    .requiredOption('--application <id>', 'the application (client) ID')
    .addOption(new Option('--cloud <cloud>', 'where the tenant is').choices(cloudName.options).default('global'))
    .addOption(new Option('--colour <colour>', 'of its lane').choices(tenantColour.options).default('blue'))
    .option('--certificate <file>', 'a PEM file with the private key: the app signs in by itself')
    .option('--thumbprint <sha256>', 'of the certificate, where the file holds only its key')
    .option('--graph <url>', 'another address of Graph, on this machine')
    .option('--authority <url>', 'another address for signing in, on this machine')
    .addHelpText('after', certificateHelp)
    .action((name: string, options: Parameters<typeof runAddTenant>[2], command: Command) =>
      run(command, (session) => runAddTenant(session, name, options)),
    );
  tenant
    .command('sign-in')
    .description('try the sign-in: with a code, or with the certificate')
    .argument('<name>', 'the tenant')
    .action((name: string, _options: unknown, command: Command) => run(command, (session) => signInTo(session, name)));
  tenant
    .command('sign-out')
    .description('forget who is signed in')
    .argument('<name>', 'the tenant')
    .action((name: string, _options: unknown, command: Command) => run(command, (session) => signOutOf(session, name)));
  tenant
    .command('remove')
    .description('take a tenant off this bench; nothing changes at Microsoft')
    .argument('<name>', 'the tenant')
    .action((name: string, _options: unknown, command: Command) =>
      run(command, (session) => runRemoveTenant(session, name)),
    );
  tenant
    .command('check')
    .description('say which work is not permitted, and who can change that')
    .argument('<name>', 'the tenant')
    .action((name: string, _options: unknown, command: Command) =>
      run(command, (session) => checkTenant(session, name)),
    );
}
