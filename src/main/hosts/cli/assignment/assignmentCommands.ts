import type { Command } from 'commander';
import { LONGEST_DEVICE_NAME } from '../../../../shared/assignment/lengths.ts';
import { ignoresName } from '../../../../shared/scenarios/scenarios.ts';
import { nameIgnoredSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { addChangesCommand } from './changesCommand.ts';
import { changeProperty } from './changeProperty.ts';

/** `assign`, `unassign`, `tag` and `rename`: what a person wants of a device; `changes`: where Microsoft holds something else. */
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
  addChangesCommand(program, run);
}
