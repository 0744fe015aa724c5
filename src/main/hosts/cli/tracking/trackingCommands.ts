import type { Command } from 'commander';
import { SYNC_COOLDOWN_MINUTES } from '../../../../shared/tracking/syncCooldown.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { runRefreshTenant } from './refreshTenant.ts';
import { syncIntune } from './syncIntune.ts';

/** `sync` and `refresh`: asking Microsoft how things are. */
export function addTrackingCommands(program: Command, run: RunCommand): void {
  program
    .command('sync')
    .description(`ask Intune to synchronise; once in ${SYNC_COOLDOWN_MINUTES} minutes`)
    .action((_options: unknown, command: Command) => run(command, syncIntune, { runsOutbox: true }));
  program
    .command('refresh')
    .description('read the whole tenant from Microsoft, and every device of the queue in full')
    .action((_options: unknown, command: Command) => run(command, runRefreshTenant));
}
