import { Option, type Command } from 'commander';
import type { FilterOptions } from '../devices/chosenFilter.ts';
import { chosenIds } from '../devices/chosenIds.ts';
import { filtered } from '../devices/filterOptions.ts';
import type { ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { labelOptions, lookOf, tellPrinted, writeLabels, type LabelOptions } from './labelOptions.ts';

interface LabelsOptions extends LabelOptions, FilterOptions {
  readonly box: boolean;
}

const help = `
The serial number is on every label. --fields takes any of model, groupTag, customer, user, deviceName,
purchaseOrder and box, with commas between. Without --size a label has the size of Settings › Labels.
--print sends to the printer of Settings › Labels, and to no other address.`;

/** `label`: labels of devices or boxes, as a file or sent to the printer. */
export function addLabelsCommand(program: Command, run: RunCommand): void {
  const command = program
    .command('label')
    .alias('labels')
    .argument('[serial...]', 'serial numbers; without them, all that match');
  labelOptions(filtered(command))
    .description('write or print labels of devices, or of the boxes that they came in')
    .option('--box', 'a label for each box, with the number of its devices and their serial numbers', false)
    .addOption(new Option('--test', 'send a test label to the printer').default(false))
    .addHelpText('after', help)
    .action((serials: readonly string[], options: LabelsOptions & { readonly test: boolean }, own: Command) =>
      run(own, (session) => (options.test ? printTest(session) : makeLabels(session, serials, options))),
    );
}

async function printTest(run: Run): Promise<ExitStatus> {
  return tellPrinted(run, await run.call('labels.printTest', {}));
}

async function makeLabels(run: Run, serials: readonly string[], options: LabelsOptions): Promise<ExitStatus> {
  const look = lookOf(options);
  const deviceIds = await chosenIds(run, serials, options);
  const asked = { ...look, deviceIds, subject: options.box ? 'box' : 'device', withCodes: options.withCodes } as const;
  if (options.print) return tellPrinted(run, await run.call('labels.print', asked));
  const { format } = options;
  return writeLabels(run, options, await run.call('labels.document', { ...asked, format }));
}
