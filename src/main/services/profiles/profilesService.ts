import type { ProfileHandlers, ReadProfiles } from '../../../shared/api/contract/profiles.ts';
import { judgeProfiles } from '../../../shared/profiles/judgeProfiles.ts';
import { listDeploymentProfiles } from '../../graph/resources/deploymentProfiles.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';

/** The deployment profiles of a tenant. They are read when a person asks, kept for when nobody can, and never changed. */
export function createProfilesService({ connections, profiles, publish, store }: ServiceContext): ProfileHandlers {
  function kept(tenantId: string): ReadProfiles {
    const reading = profiles.get(tenantId);
    if (reading === null) return { readAt: null, isWhole: false, profiles: [] };
    const judged = judgeProfiles(reading.rows, profiles.queue(tenantId));
    return {
      readAt: reading.readAt,
      isWhole: reading.isWhole,
      profiles: judged.map((one) => ({ ...one, findings: [...one.findings] })),
    };
  }

  return {
    'profiles.list': ({ tenantId }) => kept(tenantId),
    'profiles.read': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        const { rows, isWhole } = await listDeploymentProfiles(client, signal);
        store.write(() => profiles.keep(tenantId, rows, isWhole));
        publish('tenants.changed');
        return kept(tenantId);
      }),
  };
}
