import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import type { ServiceContext } from '../serviceContext.ts';

/**
 * Takes the user from a device with the files that may name them, such as logs, and keeps what Microsoft goes on telling of one from coming back. Nothing is sent: at Microsoft
 * the user stays. Belongs in a transaction.
 */
export function forgetUser(
  { attachments, devices, history, ports }: Pick<ServiceContext, 'attachments' | 'devices' | 'history' | 'ports'>,
  deviceId: string,
): void {
  const files = attachments.removeFilesOf(deviceId);
  if (files > 0) {
    const sentence = `${neutralFormatter.count(files, 'file was', 'files were')} removed together with the user.`;
    history.add({ deviceId, subject: 'attachment', sentence, source: 'Reseal' });
  }
  devices.change(deviceId, {
    assignedUser: null,
    assignedUserName: null,
    heldUser: null,
    heldUserName: null,
    userElsewhereAt: null,
    userErasedAt: ports.clock.now().toISOString(),
  });
}
