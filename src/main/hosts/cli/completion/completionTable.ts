import type { Argument, Command, Help, Option } from 'commander';

/**
 * What may be written where. A place is the words of a command, such as `scenario rules`; the program itself is the empty place.
 * - `PLACE|commands`: the commands of the place.
 * - `PLACE|options`: its options; those of the program may stand anywhere besides.
 * - `PLACE|--option` and `PLACE|2` (the second argument): first how many values belong there (`none`, `one` or `many`), then its choices.
 *   Where there are no choices, a file may be meant.
 */
export type CompletionTable = ReadonlyMap<string, readonly string[]>;

/** The table of a program, from the commands, options and choices that it has been given. */
export function completionTable(program: Command): CompletionTable {
  const help = program.createHelp();
  return new Map(entriesOf(program, '', [], help).filter(([, words]) => words.length > 0));
}

type Entry = readonly [key: string, words: readonly string[]];

function entriesOf(command: Command, place: string, inherited: readonly Option[], help: Help): readonly Entry[] {
  const commands = help.visibleCommands(command);
  const options = [...help.visibleOptions(command), ...inherited];
  // What the program takes stands in its own place, and commander takes the options of a command from all words behind it.
  const handedOn = command.parent === null ? [] : options;
  return [
    [`${place}|commands`, commands.flatMap(namesOf)],
    [`${place}|options`, unique(options.flatMap(flagsOf))],
    ...options.flatMap((option) => flagsOf(option).map((flag): Entry => [`${place}|${flag}`, valuesOfOption(option)])),
    ...command.registeredArguments.map((argument, index): Entry => [`${place}|${index + 1}`, valuesOf(argument)]),
    ...commands.flatMap((child) =>
      namesOf(child).flatMap((name) => entriesOf(child, `${place} ${name}`.trim(), handedOn, help)),
    ),
  ];
}

function namesOf(command: Command): readonly string[] {
  return [command.name(), ...command.aliases()];
}

function flagsOf({ short, long }: Option): readonly string[] {
  return [short, long].filter((flag) => flag !== undefined);
}

function valuesOfOption(option: Option): readonly string[] {
  return option.required || option.optional ? valuesOf(option) : ['none'];
}

function valuesOf({ variadic, argChoices }: Option | Argument): readonly string[] {
  return [variadic ? 'many' : 'one', ...(argChoices ?? [])];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
