import type { ServiceContext } from '../serviceContext.ts';

/**
 * Takes the user from a device, and keeps what Microsoft goes on telling of one from coming back. Nothing is sent: at Microsoft
 * the user stays. Belongs in a transaction.
 */
export function forgetUser({ devices, ports }: Pick<ServiceContext, 'devices' | 'ports'>, deviceId: string): void {
  devices.change(deviceId, {
    assignedUser: null,
    assignedUserName: null,
    heldUser: null,
    heldUserName: null,
    userElsewhereAt: null,
    userErasedAt: ports.clock.now().toISOString(),
  });
}
