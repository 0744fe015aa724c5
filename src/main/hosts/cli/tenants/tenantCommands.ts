import { type Command, Option } from 'commander';
import { tenantColour } from '../../../../shared/tenants/tenant.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { runAddTenant } from './addTenant.ts';
import { withBindingOptions } from './bindingOptions.ts';
import { checkTenant } from './checkTenant.ts';
import { listTenants } from './listTenants.ts';
import { runRemoveTenant } from './removeTenant.ts';
import { signOutOf } from './signOutOf.ts';
import { signInTo } from './signInTo.ts';

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
  withBindingOptions(
    tenant
      .command('add')
      .description('add a tenant by its app registration')
      .argument('<name>', 'its name on this bench')
      .addOption(new Option('--colour <colour>', 'of its lane').choices(tenantColour.options).default('steel')),
  ).action((name: string, options: Parameters<typeof runAddTenant>[2], command: Command) =>
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
