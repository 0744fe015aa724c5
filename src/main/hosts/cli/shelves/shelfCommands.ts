import { type Command } from 'commander';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { knownShelf, withShelves } from '../../../../shared/shelves/shelfName.ts';
import { shelfSentence } from '../../../../shared/shelves/shelfWords.ts';
import { deviceDocument } from '../devices/deviceDocument.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { table } from '../output/table.ts';
import { writeTo } from '../output/writeDocument.ts';
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
  shelf
    .command('labels')
    .description('write the labels of shelves as a PDF: scanned after a device, one puts it there')
    .argument('[names...]', 'their names; without any, all')
    .requiredOption('--out <file>', 'where to write it')
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false)
    .action((names: string[], options: LabelOptions, command: Command) =>
      run(command, (session) => writeLabels(session, names, options)),
    );
}

interface LabelOptions {
  readonly out: string;
  readonly withCodes: boolean;
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

async function writeLabels(run: Run, names: readonly string[], { out, withCodes }: LabelOptions): Promise<ExitStatus> {
  const { shelves: known } = await run.call('settings.read', {});
  const unknown = names.find((name) => knownShelf(name, known) === null);
  if (unknown !== undefined) throw unknownShelf(unknown);
  const shelves = names.length === 0 ? known : names.flatMap((name) => knownShelf(name, known) ?? []);
  if (shelves.length === 0) throw usageError('The lab has named no shelf. “reseal shelf add 1 2 3” does.');
  const document = await run.call('shelves.labels', { shelves, withCodes });
  const file = writeTo(out, document, 'shared');
  await run.print({ file, mediaType: document.mediaType }, () => file);
  return exitStatus.done;
}

const unknownShelf = (name: string) =>
  usageError(`The lab has no shelf “${name}”. “reseal shelf list” shows those that it has.`);
