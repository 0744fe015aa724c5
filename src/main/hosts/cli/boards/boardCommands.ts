import type { Command } from 'commander';
import type { RunCommand } from '../program/runCommand.ts';
import { askGuide, listCases } from './askGuide.ts';
import { checkBoard, compareBoards } from './compareBoards.ts';
import { listDonors, markDonor } from './markDonor.ts';

/** `board`: what a repair has changed, whether the device can be registered again, and devices that gave parts. */
export function addBoardCommands(program: Command, run: RunCommand): void {
  const board = program.command('board').description('look at repaired mainboards and other parts');
  board
    .command('compare')
    .description('say what has changed between two hardware hashes of a device, and what that means')
    .argument('<old>', 'a file with the hash before the repair; - is standard input')
    .argument('[new]', 'a file with the hash after it; without it, the first is a serial number of the queue')
    .action((old: string, recent: string | undefined, _: unknown, command: Command) =>
      run(command, (session) => compareBoards(session, old, recent)),
    );
  board
    .command('check')
    .description('say whether firmware and Windows tell all that is needed after a repair')
    .argument('<file>', 'a file with the new hash; - is standard input')
    .action((file: string, _: unknown, command: Command) => run(command, (session) => checkBoard(session, file)));
  board
    .command('cases')
    .description('list the cases of a repair, and whether the device can be in Autopilot again')
    .action((_: unknown, command: Command) => run(command, listCases));
  board
    .command('ask')
    .description('lead to the case of a repair, question by question')
    .argument('[answers...]', 'what has been answered so far, such as part=mainboard')
    .action((answers: string[], _: unknown, command: Command) => run(command, (session) => askGuide(session, answers)));
  board
    .command('donor')
    .description('mark a device that gave parts to others “never register again”; without a serial number, list them')
    .argument('[serial]', 'the serial number')
    .option('--reason <text>', 'why')
    .option('--lift', 'take the mark away')
    .action((serial: string | undefined, options: Parameters<typeof markDonor>[2], command: Command) =>
      run(command, (session) => (serial === undefined ? listDonors(session) : markDonor(session, serial, options))),
    );
}
