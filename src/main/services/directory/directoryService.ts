import type { DirectoryHandlers } from '../../../shared/api/contract/directory.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { searchUsers } from '../../graph/resources/directory.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { tryPermissions } from './permissionChecks.ts';

/** What a tenant's directory tells: its users, and what the account may do there. */
export function createDirectoryService({ connections, sessions }: ServiceContext): DirectoryHandlers {
  /** What was refused may have been granted meanwhile. */
  function askAnew(tenant: TenantRecord): TenantView['signIn']['by'] {
    const { kind, session } = sessions.of(tenant);
    if (kind === 'certificate') return kind;
    session.forgetRefusals();
    return 'person';
  }

  return {
    'directory.checkPermissions': ({ id }) =>
      forPerson(async (signal) => {
        const { client, tenant } = await connections.connectionTo(id);
        const by = tenant.kind === 'practice' ? 'person' : askAnew(tenant);
        return { checks: [...(await tryPermissions(client, by, signal))] };
      }),

    'directory.searchUsers': ({ tenantId, search }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        return { users: [...(await searchUsers(client, search, signal))] };
      }),
  };
}
