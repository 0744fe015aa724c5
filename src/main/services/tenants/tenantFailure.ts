import type { GraphCall } from '../../graph/graphCall.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import { certificateOf } from './tenantSessions.ts';

/** What Graph answers where a version has no such address (API reference of Graph: "Error responses"). */
const NOT_OFFERED = /Resource not found for the segment|No OData route exists|No HTTP resource was found/i;

const cloudNames: Readonly<Record<TenantRecord['cloud'], string>> = {
  global: 'global cloud',
  usGovernmentHigh: 'US Government cloud (GCC High)',
  usGovernmentDod: 'US Government cloud (DoD)',
  china: 'cloud that 21Vianet operates in China',
};

/** A refusal in the words that fit the tenant: its cloud may lag behind, and an app has no role. */
export function tenantFailure(
  error: GraphError,
  call: Pick<GraphCall, 'version' | 'scope'>,
  tenant: TenantRecord,
): GraphError {
  const { kind, status, code, requestId } = error;
  if (tenant.cloud !== 'global' && call.version === 'beta' && NOT_OFFERED.test(error.message)) {
    return new GraphError(
      `The ${cloudNames[tenant.cloud]} does not offer this yet: use the Intune admin center for it. Everything else goes on.`,
      { kind: 'badRequest', status, code: 'notInThisCloud', requestId },
    );
  }
  if (kind === 'forbidden' && certificateOf(tenant) !== null) {
    return new GraphError(
      `Microsoft refuses this to the app: it needs the application permission ${call.scope}, and the tenant an Intune licence. Ask an administrator to grant it.`,
      { kind, status, code, requestId },
    );
  }
  return error;
}
