import type { Command } from 'commander';
import { chosenFilter, type FilterOptions } from '../devices/chosenFilter.ts';
import { filtered } from '../devices/filterOptions.ts';
import { writeTo } from '../output/writeDocument.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

interface ReportOptions extends FilterOptions {
  readonly order?: string;
  readonly pdf?: string;
  readonly csv?: string;
  readonly withUsers: boolean;
  readonly withPhotos: boolean;
  readonly withCodes: boolean;
}

/** `report`: what was done with a batch, an order or a selection, for its customer. */
export function addReportCommand(program: Command, run: RunCommand): void {
  filtered(program.command('report').description('write what was done with devices, for their customer'))
    .option('--order <number>', 'only devices of this order or purchase order')
    .option('--pdf <file>', 'write it as a PDF')
    .option('--csv <file>', 'write it as a table')
    .option('--with-users', 'name the user of each device', false)
    .option('--with-photos', 'show the photos of the devices, in the PDF', false)
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false)
    .action((options: ReportOptions, command: Command) => run(command, (session) => writeReport(session, options)));
}

async function writeReport(run: Run, options: ReportOptions): Promise<ExitStatus> {
  const { order, pdf, csv, withUsers, withPhotos, withCodes } = options;
  const wanted = [
    ...(pdf === undefined ? [] : [{ format: 'pdf' as const, out: pdf }]),
    ...(csv === undefined ? [] : [{ format: 'csv' as const, out: csv }]),
  ];
  if (wanted.length === 0) throw usageError('Say where to write the report: --pdf FILE, --csv FILE, or both.');
  const { ids } = await run.call('devices.ids', await chosenFilter(run, options));
  if (ids.length === 0) throw usageError('No device matches. See “reseal list”, or import a file first.');
  const files: string[] = [];
  let devices = 0;
  for (const { format, out } of wanted) {
    const report = await run.call('reports.ofDevices', {
      deviceIds: ids,
      format,
      withUsers,
      withPhotos,
      withCodes,
      ...(order === undefined ? {} : { orderNumber: order }),
    });
    files.push(writeTo(out, report.document, 'shared'));
    devices = report.devices;
  }
  await run.print({ files, devices }, () => [...files, run.formatter.count(devices, 'device', 'devices')].join('\n'));
  return exitStatus.done;
}
