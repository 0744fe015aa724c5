import type { Command } from 'commander';
import { exitStatus } from '../program/exitStatus.ts';
import type { RunCommand } from '../program/runCommand.ts';
import { readInput } from '../input/readInput.ts';
import { writeTo } from '../output/writeDocument.ts';

/** `checklists copy|export|import|remove`: the lists that a lab made itself, as files for an editor or another lab. */
export function addOwnChecklistCommands(checklists: Command, run: RunCommand): void {
  checklists
    .command('copy')
    .description('begin a list of your own as another one is')
    .argument('<id>', 'the list to copy')
    .argument('<title>', 'what the copy is called')
    .action((id: string, title: string, _options: unknown, command: Command) =>
      run(command, async (session) => {
        const copy = await session.call('checklists.copyTemplate', { templateId: id, title });
        await session.print({ id: copy.id, title: copy.title, version: copy.version }, () => copy.id);
        return exitStatus.done;
      }),
    );
  checklists
    .command('export')
    .description('write a list as a file, to edit it or to give it to another lab')
    .argument('<id>', 'the list')
    .requiredOption('--out <file>', 'the file to write')
    .action((id: string, { out }: { readonly out: string }, command: Command) =>
      run(command, async (session) => {
        const file = writeTo(out, await session.call('checklists.templateFile', { id }), 'shared');
        await session.print({ file }, () => file);
        return exitStatus.done;
      }),
    );
  checklists
    .command('import')
    .description('take in a list from a file: a new one, or the next version of one')
    .argument('<file>', 'what “checklists export” wrote; - for standard input')
    .action((file: string, _options: unknown, command: Command) =>
      run(command, async (session) => {
        const content = (await readInput(session, file)).toString('utf8');
        const { id, title, version } = await session.call('checklists.saveTemplate', { content });
        await session.print({ id, title, version }, () => `${id}: “${title}”, version ${version}.`);
        return exitStatus.done;
      }),
    );
  checklists
    .command('remove')
    .description('remove a list of your own; sheets that were begun with it go on')
    .argument('<id>', 'the list')
    .action((id: string, _options: unknown, command: Command) =>
      run(command, async (session) => {
        await session.call('checklists.removeTemplate', { id });
        await session.print({ removed: id }, () => `${id} is removed.`);
        return exitStatus.done;
      }),
    );
}
