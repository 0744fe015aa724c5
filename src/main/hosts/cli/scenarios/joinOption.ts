import { Option, type Command } from 'commander';
import { chosenJoinType, type ChosenJoinType } from '../../../../shared/scenarios/scenarioName.ts';

/** `--join`: which directory devices join. */
export const joinOption = (): Option =>
  new Option('--join <type>', 'which directory they join').choices(chosenJoinType.options);

/** The join type of a subcommand of `scenario`, which has the option for all of them. */
export const joinTypeOf = (command: Command): ChosenJoinType | null =>
  command.optsWithGlobals<{ readonly join?: ChosenJoinType }>().join ?? null;
