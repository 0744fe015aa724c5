import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { getUsers } from '../../graph/resources/directory.ts';

/**
 * The users that may go along with an import, by the device's id, spelt as the directory spells them. Intune checks
 * only the domain of a user at import, and a wrong user can make the device unusable. So a user who is not in the
 * directory does not go along, and is reported when the user is assigned after the registration. The same goes for all
 * users where the directory may not be read: no device is kept from its registration by that.
 */
export async function usersFor(
  client: GraphClient,
  devices: readonly DeviceRecord[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const wanted = devices.flatMap(({ id, assignedUser }) => (assignedUser === null ? [] : [{ id, assignedUser }]));
  if (wanted.length === 0) return new Map();
  const users = await readable(getUsers(client, [...new Set(wanted.map(({ assignedUser }) => assignedUser))], signal));
  return new Map(
    wanted.flatMap(({ id, assignedUser }): [string, string][] => {
      const user = users.get(assignedUser);
      if (user === undefined || user === null || user instanceof GraphError) return [];
      return user.enabled === false || user.licensed === false ? [] : [[id, user.userPrincipalName]];
    }),
  );
}

type Users = Awaited<ReturnType<typeof getUsers>>;

async function readable(users: Promise<Users>): Promise<Users> {
  try {
    return await users;
  } catch (error) {
    if (error instanceof GraphError && error.kind === 'forbidden') return new Map();
    throw error;
  }
}
