import type { Command } from 'commander';
import { addAttachment } from './addAttachment.ts';
import { listAttachments } from './listAttachments.ts';
import { attachmentNamed } from './attachmentNamed.ts';
import { saveAttachment } from './saveAttachment.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';

/** `attachment`: photos of failures, log archives and other files of a device. */
export function addAttachmentCommands(program: Command, run: RunCommand): void {
  const attachment = program
    .command('attachment')
    .description('keep photos and files with a device, encrypted in the queue');
  const named = (name: string, description: string): Command =>
    attachment
      .command(name)
      .description(description)
      .argument('<serial>', 'the serial number')
      .argument('<name>', 'the name of the photo or file, or its id');
  attachment
    .command('add')
    .description('attach photos or files, such as a log archive; they belong to its latest technician flow')
    .argument('<serial>', 'the serial number')
    .argument('<files...>', 'the files, up to 64 MiB each')
    .action((serial: string, files: string[], _options: unknown, command: Command) =>
      run(command, (session) => addAttachment(session, serial, files)),
    );
  attachment
    .command('list')
    .description('list the photos and files of a device')
    .argument('<serial>', 'the serial number')
    .action((serial: string, _options: unknown, command: Command) =>
      run(command, (session) => listAttachments(session, serial)),
    );
  named('save', 'write one as it was attached')
    .requiredOption('--out <file>', 'the file, or a folder in which it gets its own name')
    .action((serial: string, name: string, { out }: { out: string }, command: Command) =>
      run(command, (session) => saveAttachment(session, serial, name, out)),
    );
  named('keep', 'keep a file that would go after 28 days')
    .option('--no-longer', 'let it go again when its time is over')
    .action((serial: string, name: string, { longer }: { longer: boolean }, command: Command) =>
      run(command, (session) => keep(session, serial, name, longer)),
    );
  named('remove', 'remove one for good').action((serial: string, name: string, _options: unknown, command: Command) =>
    run(command, (session) => remove(session, serial, name)),
  );
}

async function keep(run: Run, serial: string, name: string, isKept: boolean) {
  const { id } = await attachmentNamed(run, serial, name);
  const { attachment } = await run.call('attachments.keep', { id, isKept });
  await run.print({ attachment }, () =>
    attachment.forgetAt === null
      ? `${attachment.name} is kept.`
      : `${attachment.name} goes on ${run.formatter.day(attachment.forgetAt)}.`,
  );
  return exitStatus.done;
}

async function remove(run: Run, serial: string, name: string) {
  const attachment = await attachmentNamed(run, serial, name);
  await run.call('attachments.remove', { id: attachment.id });
  await run.print({ removed: attachment.id }, () => `${attachment.name} was removed.`);
  return exitStatus.done;
}
