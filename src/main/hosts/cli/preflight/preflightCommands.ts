import { Option, type Command } from 'commander';
import { paperSize } from '../../../../shared/api/document.ts';
import { tpmMaker } from '../../../../shared/preflight/networkHost.ts';
import { chosenJoinType, chosenScenario } from '../../../../shared/scenarios/scenarioName.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { checkDevices } from './checkDevices.ts';
import { answerOption, checkTenant, type TenantOptions } from './checkTenant.ts';
import { checkNetwork, type NetworkOptions } from './checkNetwork.ts';

/** `preflight`: what will not work, and who can mend it. */
export function addPreflightCommands(program: Command, run: RunCommand): void {
  const preflight = program
    .command('preflight')
    .description('say before the bench what will not work, and who can mend it');
  preflight
    .command('device')
    .description('judge devices by their hardware hashes: TPM, Windows, missing parts, and what no hash tells')
    .argument('<devices...>', 'serial numbers of the queue, or files with a hash; - is standard input')
    .action((asked: readonly string[], _: unknown, command: Command) =>
      run(command, (session) => checkDevices(session, asked)),
    );
  preflight
    .command('network')
    .description('contact the hosts that a deployment needs: names, connections, certificates, proxies, the clock')
    .addOption(new Option('--scenario <name>', 'only the hosts of this scenario').choices(chosenScenario.options))
    .addOption(new Option('--tpm <maker>', 'only the hosts for TPMs of this maker').choices(tpmMaker.options))
    .option('--dry-run', 'only list what would be contacted')
    .option('--pdf <file>', 'write the hosts and what was found for the owner of the network')
    .addOption(new Option('--paper <size>', 'without it, as set in Settings › Workplace').choices(paperSize.options))
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false)
    .action((options: NetworkOptions, command: Command) => run(command, (session) => checkNetwork(session, options)));
  preflight
    .command('tenant')
    .description('read how the tenant is set up, take answers for what cannot be read, and say what will not work')
    .addOption(new Option('--scenario <name>', 'only what this scenario needs').choices(chosenScenario.options))
    .addOption(new Option('--join <type>', 'how its devices join').choices(chosenJoinType.options))
    .option('--kept', 'take what was read last, and ask nobody')
    .addOption(answerOption())
    .action((options: TenantOptions, command: Command) => run(command, (session) => checkTenant(session, options)));
}
