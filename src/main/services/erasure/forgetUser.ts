import type { ServiceContext } from '../serviceContext.ts';

/**
 * Takes the user from a device with the files that may name them, such as logs, and keeps what Microsoft goes on telling of one from coming back. Nothing is sent: at Microsoft
 * the user stays. Belongs in a transaction.
 */
export function forgetUser(
  { attachments, devices, ports }: Pick<ServiceContext, 'attachments' | 'devices' | 'ports'>,
  deviceId: string,
): void {
  attachments.removeFilesOf(deviceId);
  devices.change(deviceId, {
    assignedUser: null,
    assignedUserName: null,
    heldUser: null,
    heldUserName: null,
    userElsewhereAt: null,
    userErasedAt: ports.clock.now().toISOString(),
  });
}
