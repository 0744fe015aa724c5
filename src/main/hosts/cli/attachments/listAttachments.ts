import { deviceOf } from '../devices/deviceOf.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** What is attached to a device; small pictures are for the page alone. */
export async function listAttachments(run: Run, serial: string): Promise<ExitStatus> {
  const { id: deviceId } = await deviceOf(run, serial);
  const { attachments, totalBytes } = await run.call('attachments.list', { deviceId });
  const { formatter } = run;
  await run.print(
    { attachments: attachments.map((attachment) => ({ ...attachment, thumbnail: undefined })), totalBytes },
    () =>
      attachments.length === 0
        ? 'Nothing is attached to this device.'
        : table(
            ['name', 'kind', 'size', 'added', 'by', 'goes', 'id'],
            attachments.map(({ name, kind, sizeBytes, addedAt, addedBy, forgetAt, id }) => [
              name,
              kind,
              formatter.fileSize(sizeBytes),
              formatter.instant(addedAt),
              addedBy,
              forgetAt === null ? 'stays' : formatter.day(forgetAt),
              id,
            ]),
          ),
  );
  return exitStatus.done;
}
