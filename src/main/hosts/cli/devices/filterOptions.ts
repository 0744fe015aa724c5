import { type Command, Option } from 'commander';
import { nextStepCode } from '../../../../shared/devices/nextStep.ts';
import { scenarioName } from '../../../../shared/scenarios/scenarioName.ts';

/** An option that may be given several times: any of its values will do. */
const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The options by which a command chooses devices of the queue; see `chosenFilter`. */
export function filtered(command: Command): Command {
  return command
    .option('--view <name>', 'the devices of a saved view; what else is chosen narrows it')
    .option('--search <text>', 'only devices that contain the text')
    .addOption(new Option('--stage <step>', 'only devices at this next step').choices(nextStepCode.options))
    .option('--batch <name>', 'only devices of this batch')
    .option('--differs', 'only devices of which Microsoft holds something else than is wished')
    .option('--failed', 'only devices of which something failed')
    .option('--group-tag, --tag <tag>', 'only this group tag, or another that is given; "" for none', several)
    .option('--model <model>', 'only this model, or another that is given', several)
    .option('--manufacturer <maker>', 'only this maker, or another that is given', several)
    .option('--user <address>', 'only of this user, or another that is given', several)
    .option('--with-user', 'only devices with an assigned user')
    .option('--without-user', 'only devices without one')
    .option('--profile <name>', 'only this profile, or another that is given; "" for none', several)
    .addOption(
      new Option('--scenario <name>', `only this scenario: ${scenarioName.options.join(', ')}`).argParser(several),
    )
    .option('--shelf <name>', 'only on this shelf, or another that is given; "" for none', several)
    .option('--imported-from <day>', 'only devices that came in on this day or later, such as 2026-12-31')
    .option('--imported-until <day>', 'only devices that came in on this day or earlier')
    .option('--resealed-from <day>', 'only devices resealed on this day or later')
    .option('--resealed-until <day>', 'only devices resealed on this day or earlier')
    .option('--use-by-from <day>', 'only devices that must be used by this day or later')
    .option('--use-by-until <day>', 'only devices that must be used by this day or earlier');
}
