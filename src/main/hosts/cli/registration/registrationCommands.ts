import type { Command } from 'commander';
import { changeProperty } from '../assignment/changeProperty.ts';
import { DEFAULT_FOLLOW_MINUTES, followMinutes } from '../input/followMinutes.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { registerDevices } from './registerDevices.ts';

/** `register` and `unblock`. */
export function addRegistrationCommands(program: Command, run: RunCommand): void {
  program
    .command('register')
    .description('queue registration with Windows Autopilot')
    .argument('[serials...]', 'serial numbers')
    .option('--all', 'every device that is not registered')
    .option('--wait', 'follow until each device is Assigned or stuck')
    .option('--timeout <minutes>', 'how long to follow', followMinutes, DEFAULT_FOLLOW_MINUTES)
    .action((serials: string[], options: Parameters<typeof registerDevices>[2], command: Command) =>
      run(command, (session) => registerDevices(session, serials, options), { runsOutbox: options.wait === true }),
    );
  program
    .command('unblock')
    .description('let a device enroll again that Intune blocks after its first enrollment')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(
        command,
        (session) =>
          changeProperty(
            session,
            serial,
            ({ id }) => session.call('registration.unblock', { deviceIds: [id] }),
            ({ enrollment }) => `enrollment ${enrollment}`,
          ),
        { runsOutbox: true },
      ),
    );
}
