import type { Command } from 'commander';
import type { CommandParts } from '../program/commandParts.ts';
import { checkFiles } from './checkFiles.ts';
import { makeFile, type MakeOptions } from './makeFile.ts';

/** `profile-json make|check`: `AutopilotConfigurationFile.json` for existing devices. */
export function addProfileJsonCommands(program: Command, { run, world, finish }: CommandParts): void {
  const profileJson = program
    .command('profile-json')
    .description('AutopilotConfigurationFile.json for existing devices: make it of a profile or by hand, check any');

  profileJson
    .command('check')
    .description(
      'check files; with --tenant also against its profiles. Without it, no queue is opened and nobody asked',
    )
    .argument('<files...>', '- is standard input, taken to have the right name')
    .option('--kept', 'with --tenant: compare with what was read last, and ask nobody')
    .action((files: readonly string[], { kept = false }: { readonly kept?: boolean }, command: Command) =>
      checkFiles({ run, world, finish }, command, files, kept),
    );

  profileJson
    .command('make')
    .description('make the file, of a user-driven profile of the tenant or, without a name, of the values given')
    .argument('[profile]', 'the name of the profile')
    .option('--out <place>', 'the folder to write it to; the current one where left out')
    .option('--kept', 'of a profile: use what was read last, and ask nobody; then --domain is needed')
    .option('--directory <id>', 'the tenant ID')
    .option('--domain <domain>', 'the tenant domain; of a profile, the default domain where left out')
    .option('--join <type>', 'by hand: entra or hybrid', 'entra')
    .option(
      '--oobe <settings>',
      'by hand: a number, or names with commas between, such as SkipEula,SkipExpressSettings',
    )
    .option('--not-forced', 'by hand: joining and enrolling are not required')
    .option('--device-name <name>', 'by hand: a name, or a template such as PC-%SERIAL%')
    .option('--language <tag>', 'by hand: language and region, such as de-DE or os-default')
    .option('--skip-connectivity-check', 'by hand, hybrid: go on without a domain controller in sight')
    .option('--correlation-id <id>', 'by hand: a GUID of your own; a new one where left out')
    .option('--comment <text>', 'by hand: what stands in Comment_File')
    .action((profile: string | undefined, options: MakeOptions, command: Command) =>
      makeFile({ run, world, finish }, command, profile ?? null, options),
    );
}
