import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { DirectoryUser } from '../../../../shared/directory/directoryUser.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import { followDevices } from '../waiting/followDevices.ts';
import type { Run } from '../program/runCommand.ts';

const LIMIT_MINUTES = 5;
const SEARCHES = ['a', 'e', 'i', 'o'];

/** Gives every device that has no user one from the directory, in turn, and waits until Microsoft has it. */
export async function assignUsers(run: Run, tenantId: string, devices: readonly DeviceView[]): Promise<DeviceView[]> {
  const users = await findUsers(run, tenantId);
  const open = devices.filter(({ assignedUser }) => assignedUser === null);
  for (const [index, user] of users.entries()) {
    const deviceIds = open.filter((_, position) => position % users.length === index).map(({ id }) => id);
    if (deviceIds.length === 0) continue;
    const { userPrincipalName, displayName } = user;
    await run.call('assignment.assignUser', { deviceIds, userPrincipalName, displayName });
  }
  return followDevices(run, {
    tenantId,
    ids: devices.map(({ id }) => id),
    isSettled: ({ pendingChanges }) => pendingChanges === 0,
    limitMinutes: LIMIT_MINUTES,
  });
}

async function findUsers(run: Run, tenantId: string): Promise<DirectoryUser[]> {
  for (const search of SEARCHES) {
    const { users } = await run.call('directory.searchUsers', { tenantId, search });
    const usable = users.filter(({ enabled, licensed }) => enabled !== false && licensed !== false);
    if (usable.length > 0) return usable;
  }
  throw new CommandError('The practice tenant’s directory has no user to assign.', exitStatus.failed);
}
