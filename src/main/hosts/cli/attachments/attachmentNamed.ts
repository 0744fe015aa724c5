import type { Attachment } from '../../../../shared/attachments/attachment.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';

/** The one photo or file of a device that has this name, or this id. */
export async function attachmentNamed(run: Run, serial: string, name: string): Promise<Attachment> {
  const { id: deviceId } = await deviceOf(run, serial);
  const { attachments } = await run.call('attachments.list', { deviceId });
  const [found, ...others] = attachments.filter((one) => one.id === name || one.name === name);
  if (found === undefined) {
    throw usageError(
      `${serial} has no photo or file “${name}”. “reseal attachment list ${serial}” shows those it has.`,
    );
  }
  if (others.length > 0) {
    throw usageError(
      `${serial} has ${others.length + 1} files called “${name}”. Give the id of the one that is meant: “reseal attachment list ${serial}”.`,
    );
  }
  return found;
}
