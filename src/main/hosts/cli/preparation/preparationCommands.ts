import type { Command } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import { showPolicies } from './showPolicies.ts';
import { showReport, type ReportOptions } from './showReport.ts';

/** `preparation`: the policies of device preparation; with `report`, what became of devices. */
export function addPreparationCommands(program: Command, run: RunCommand): void {
  const preparation = program
    .command('preparation')
    .description(
      'check how device preparation is set up in the tenant: policy, group and its owner, apps; changes nothing',
    )
    .argument('[name]', 'one policy with all its settings')
    .option('--kept', 'show what was read last, and ask nobody')
    .action((name: string | undefined, { kept = false }: { readonly kept?: boolean }, command: Command) =>
      run(command, (session) => showPolicies(session, name ?? null, kept)),
    );
  preparation
    .command('report')
    .description('read Intune’s report of device preparation')
    .option('--search <text>', 'part of the serial number')
    .option('--status <status>', 'only deployments with this status, as Microsoft writes it')
    .option('--kept', 'show what was read last, and ask nobody')
    // An option that the command above has too is read by that one.
    .action((_: unknown, command: Command) =>
      run(command, (session) => showReport(session, command.optsWithGlobals<ReportOptions>())),
    );
}
