import { type Command, Option } from 'commander';
import { nextStepCode } from '../../../../shared/devices/nextStep.ts';

/** The options by which a command chooses devices of the queue; see `filterOf`. */
export function filtered(command: Command): Command {
  return command
    .option('--search <text>', 'only devices that contain the text')
    .addOption(new Option('--stage <step>', 'only devices at this next step').choices(nextStepCode.options))
    .option('--batch <name>', 'only devices of this batch')
    .option('--differs', 'only devices of which Microsoft holds something else than is wished');
}
