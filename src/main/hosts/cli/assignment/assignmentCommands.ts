import type { Command } from 'commander';
import { LONGEST_DEVICE_NAME } from '../../../../shared/assignment/lengths.ts';
import { ignoresName } from '../../../../shared/scenarios/scenarios.ts';
import { nameIgnoredSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { applyList } from './applyList.ts';
import { addChangesCommand } from './changesCommand.ts';
import { changeProperty } from './changeProperty.ts';

/** `assign`, `unassign`, `tag` and `rename`: what a person wants of a device; `apply`: of many, by a list; `changes`: where Microsoft holds something else. */
export function addAssignmentCommands(program: Command, run: RunCommand): void {
  program
    .command('assign')
    .description('assign a user to a device')
    .argument('<serial>', 'the serial number')
    .argument('<user>', 'the user principal name')
    .option('--insist', 'assign it also where Windows ignores it, as on a kiosk')
    .action((serial: string, userPrincipalName: string, options: { readonly insist?: boolean }, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) =>
            session.call('assignment.assignUser', {
              deviceIds: [id],
              userPrincipalName,
              insists: options.insist ?? false,
            }),
          ),
        { runsOutbox: true },
      ),
    );
  program
    .command('unassign')
    .description('take the assigned user off a device')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) => session.call('assignment.unassignUser', { deviceIds: [id] })),
        { runsOutbox: true },
      ),
    );
  program
    .command('tag')
    .description('set the group tag of a device')
    .argument('<serial>', 'the serial number')
    .argument('<tag>', 'the group tag; "" takes it off')
    .action((serial: string, groupTag: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, ({ id }) =>
            session.call('assignment.setGroupTag', { deviceIds: [id], groupTag }),
          ),
        { runsOutbox: true },
      ),
    );
  program
    .command('rename')
    .description('set the name that a device gets at its deployment')
    .argument('<serial>', 'the serial number')
    .argument('<name>', `the device name, at most ${LONGEST_DEVICE_NAME} characters`)
    .action((serial: string, deviceName: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(session, serial, (device) => {
            if (deviceName !== '' && ignoresName(device)) session.say(nameIgnoredSentence(device.scenario));
            return session.call('assignment.rename', { deviceIds: [device.id], pattern: deviceName });
          }),
        { runsOutbox: true },
      ),
    );
  program
    .command('apply')
    .description('give devices what a list says: serial numbers with user, group tag, device name, purchase order')
    .argument('<file>', 'the list (CSV, TSV, or text); - is standard input')
    .option('--dry-run', 'only say what would change')
    .option('--overwrite', 'also replace values that came from somebody else; without it they are spared')
    .action((file: string, options: { readonly dryRun?: boolean; readonly overwrite?: boolean }, command: Command) => {
      const isDryRun = options.dryRun ?? false;
      return run(command, (session) => applyList(session, file, { isDryRun, overwrites: options.overwrite ?? false }), {
        runsOutbox: !isDryRun,
      });
    });
  addChangesCommand(program, run);
}
