import { type Command } from 'commander';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { knownShelf, withShelves } from '../../../../shared/shelves/shelfName.ts';
import { shelfSentence } from '../../../../shared/shelves/shelfWords.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { labelOptions, lookOf, tellPrinted, writeLabels, type LabelOptions } from '../labels/labelOptions.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { usageError } from '../program/commandError.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

/** `shelf`: the places of the lab, what stands on each, and their labels. */
export function addShelfCommands(program: Command, run: RunCommand): void {
  const shelf = program.command('shelf').description('say on which shelf or port of the lab a device stands');
  shelf
    .command('list')
    .description('list the shelves, and what stands on each')
    .action((_options: unknown, command: Command) => run(command, listShelves));
  shelf
    .command('add')
    .description('name shelves or ports of the lab')
    .argument('<names...>', 'their names, up to 20 characters each')
    .action((names: string[], _options: unknown, command: Command) =>
      run(command, (session) => changeShelves(session, (shelves) => withShelves(shelves, names))),
    );
  shelf
    .command('remove')
    .description('take shelves off the list of the lab; what stands there stays')
    .argument('<names...>', 'their names')
    .action((names: string[], _options: unknown, command: Command) =>
      run(command, (session) =>
        changeShelves(session, (shelves) => {
          const unknown = names.find((name) => knownShelf(name, shelves) === null);
          if (unknown !== undefined) throw unknownShelf(unknown);
          return shelves.filter((known) => knownShelf(known, names) === null);
        }),
      ),
    );
  shelf
    .command('put')
    .description('put a device on a shelf; what stands there gives way')
    .argument('<serial>', 'the serial number')
    .argument('<shelf>', 'the name of the shelf')
    .action((serial: string, name: string, _options: unknown, command: Command) =>
      run(command, (session) => putDevice(session, serial, name)),
    );
  shelf
    .command('clear')
    .description('say that a device stands on no shelf any more')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(command, (session) => putDevice(session, serial, null)),
    );
  labelOptions(shelf.command('labels').argument('[names...]', 'their names; without any, all'))
    .description('write or print the labels of shelves: scanned after a device, one puts it there')
    .action((names: string[], options: LabelOptions, command: Command) =>
      run(command, (session) => makeLabels(session, names, options)),
    );
}

async function listShelves(run: Run): Promise<ExitStatus> {
  const { shelves } = await run.call('shelves.list', {});
  await run.print(
    { shelves: shelves.map(({ name, device }) => ({ name, device: device === null ? null : deviceDocument(device) })) },
    () =>
      shelves.length === 0
        ? 'The lab has named no shelf. “reseal shelf add 1 2 3” does.'
        : table(
            ['shelf', 'device'],
            shelves.map(({ name, device }) => [name, device === null ? 'free' : deviceTitle(device)]),
          ),
  );
  return exitStatus.done;
}

async function changeShelves(run: Run, change: (shelves: readonly string[]) => string[]): Promise<ExitStatus> {
  const before = await run.call('settings.read', {});
  const { shelves } = await run.call('settings.write', { shelves: change(before.shelves) });
  await run.print({ shelves }, () => `The shelves of the lab: ${shelves.join(', ') || 'none'}.`);
  return exitStatus.done;
}

async function putDevice(run: Run, serial: string, shelf: string | null): Promise<ExitStatus> {
  const { id: deviceId } = await deviceOf(run, serial);
  const { device, from, other } = await run.call('shelves.put', { deviceId, shelf });
  await run.print(
    { device: deviceDocument(device), from, other },
    () => `${deviceTitle(device)}: ${shelfSentence(device.shelf, from, other?.title ?? null)}`,
  );
  return exitStatus.done;
}

async function makeLabels(run: Run, names: readonly string[], options: LabelOptions): Promise<ExitStatus> {
  const look = lookOf(options);
  const { shelves: known } = await run.call('settings.read', {});
  const unknown = names.find((name) => knownShelf(name, known) === null);
  if (unknown !== undefined) throw unknownShelf(unknown);
  const shelves = names.length === 0 ? known : names.flatMap((name) => knownShelf(name, known) ?? []);
  if (shelves.length === 0) throw usageError('The lab has named no shelf. “reseal shelf add 1 2 3” does.');
  const { format, print, withCodes } = options;
  const asked = { ...look, shelves, withCodes };
  if (print) return tellPrinted(run, await run.call('shelves.printLabels', asked));
  return writeLabels(run, options, await run.call('shelves.labels', { ...asked, format }));
}

const unknownShelf = (name: string) =>
  usageError(`The lab has no shelf “${name}”. “reseal shelf list” shows those that it has.`);
