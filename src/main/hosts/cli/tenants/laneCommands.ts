import { type Command, Option } from 'commander';
import { tenantColour } from '../../../../shared/tenants/tenant.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { addLane, type LaneLook } from './addLane.ts';
import { withBindingOptions, type BindingOptions } from './bindingOptions.ts';
import { connectLane } from './connectLane.ts';
import { letLaneSend } from './letLaneSend.ts';
import { listTenants } from './listTenants.ts';

const laneHelp = `
A lane is a customer of this bench: a name and a colour, no sign-in. Everything that needs no Microsoft works in it; the rest
waits. “lane connect” tells later which tenant it is, and “lane send” lets what waits be sent.`;

/** `lane …`: customers whose tenant is not known yet, and how it becomes known. */
export function addLaneCommands(program: Command, run: RunCommand): void {
  const lane = program
    .command('lane')
    .description('customers without a tenant: add, connect, let send')
    .helpCommand(false)
    .addHelpText('after', laneHelp);
  lane
    .command('list')
    .description('show the customers, and which are connected')
    .action((_options: unknown, command: Command) => run(command, listTenants));
  lane
    .command('add')
    .description('add a customer by name; nothing is asked of Microsoft')
    .argument('<name>', 'its name on this bench')
    .addOption(new Option('--colour <colour>', 'of its lane').choices(tenantColour.options).default('steel'))
    .action((name: string, options: LaneLook, command: Command) =>
      run(command, (session) => addLane(session, name, options)),
    );
  withBindingOptions(
    lane
      .command('connect')
      .description('tell which tenant the customer is; nothing is sent by that')
      .argument('<name>', 'the customer'),
  ).action((name: string, options: BindingOptions, command: Command) =>
    run(command, (session) => connectLane(session, name, options)),
  );
  lane
    .command('send')
    .description('show what waits of a customer that is connected, and with --yes let it be sent')
    .argument('<name>', 'the customer')
    .option('--yes', 'let it be sent, now and from now on')
    .action((name: string, options: { readonly yes?: boolean }, command: Command) =>
      run(command, (session) => letLaneSend(session, name, options.yes === true)),
    );
}
