import { Option, type Command } from 'commander';
import { paperSize, type PaperSize } from '../../../../shared/api/document.ts';
import { groupedBy, type GroupedBy } from '../../../../shared/handover/handoverList.ts';
import type { FilterOptions } from '../devices/chosenFilter.ts';
import { chosenIds } from '../devices/chosenIds.ts';
import { filtered } from '../devices/filterOptions.ts';
import { writeTo } from '../output/writeDocument.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

interface HandoverOptions extends FilterOptions {
  readonly by: GroupedBy;
  readonly pdf?: string;
  readonly csv?: string;
  readonly cards?: string;
  readonly paper?: PaperSize;
  readonly withUsers: boolean;
  readonly withCodes: boolean;
}

const help = `
A list names users only with --with-users or --by user, a card only with --with-users. A device that no user
can set up now gets no card; the reason is told. Whom users call is set in Settings › Workplace.`;

/** `handover`: the list that goes along with devices, and a card for each end user. */
export function addHandoverCommand(program: Command, run: RunCommand): void {
  filtered(program.command('handover').argument('[serial...]', 'serial numbers; without them, all that match'))
    .description('write what goes along with devices: the list of a box, and a card for each user')
    .addOption(new Option('--by <group>', 'what the list is divided by').choices(groupedBy.options).default('box'))
    .option('--pdf <file>', 'write the list as a PDF')
    .option('--csv <file>', 'write the list as a table')
    .option('--cards <file>', 'write a page for the user of each device, as a PDF')
    .addOption(new Option('--paper <size>', 'without it, as set in Settings › Workplace').choices(paperSize.options))
    .option('--with-users', 'name the user of each device', false)
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false)
    .addHelpText('after', help)
    .action((serials: readonly string[], options: HandoverOptions, command: Command) =>
      run(command, (session) => writeHandover(session, serials, options)),
    );
}

async function writeHandover(run: Run, serials: readonly string[], options: HandoverOptions): Promise<ExitStatus> {
  const { by, cards, csv, paper, pdf, withCodes, withUsers } = options;
  if (pdf === undefined && csv === undefined && cards === undefined) {
    throw usageError('Say what to write: --pdf FILE, --csv FILE, --cards FILE, or several of them.');
  }
  const deviceIds = await chosenIds(run, serials, options);
  const common = { deviceIds, withUsers, withCodes, ...(paper === undefined ? {} : { paper }) };
  const files: string[] = [];
  const lists = [
    ...(pdf === undefined ? [] : [{ format: 'pdf' as const, out: pdf }]),
    ...(csv === undefined ? [] : [{ format: 'csv' as const, out: csv }]),
  ];
  for (const { format, out } of lists) {
    const { document } = await run.call('handover.list', { ...common, format, groupedBy: by });
    files.push(writeTo(out, document, 'shared'));
  }
  const made = cards === undefined ? null : await run.call('handover.cards', common);
  if (cards !== undefined && made !== null) files.push(writeTo(cards, made.document, 'shared'));
  const leftOut = made?.leftOut ?? [];
  await run.print({ files, devices: deviceIds.length, leftOut }, () =>
    [
      ...files,
      run.formatter.count(deviceIds.length, 'device', 'devices'),
      ...leftOut.map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`),
    ].join('\n'),
  );
  return leftOut.length === 0 ? exitStatus.done : exitStatus.attention;
}
