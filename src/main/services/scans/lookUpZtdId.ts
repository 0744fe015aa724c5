import { GraphError } from '../../graph/graphError.ts';
import { getAutopilotDevice } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** What a tenant says about a ZTDID; `notAsked` where it cannot be reached just now. */
export type LookedUp =
  { readonly kind: 'registered'; readonly device: AutopilotDevice } | { readonly kind: 'absent' | 'notAsked' };
export type LookUpZtdId = (tenantId: string, ztdId: string) => Promise<LookedUp>;

/** A technician stands before the device with the scanner in hand. */
const LOOK_UP_PATIENCE_MS = 3_000;
/** Where nobody answered, the next scans do not wait for it again. */
const SILENT_FOR_MS = 30_000;

/** Asks the tenant itself whether a scanned ZTDID is one of its devices. */
export function createLookUpZtdId({
  connections,
  ports,
  tracking,
}: Pick<ServiceContext, 'connections' | 'ports' | 'tracking'>): LookUpZtdId {
  let silentUntilMs = Number.NEGATIVE_INFINITY;
  return async (tenantId, ztdId) => {
    const isSilent = ports.clock.monotonicMs() < silentUntilMs;
    if (isSilent || tracking.offlineSince(tenantId) !== null) return { kind: 'notAsked' };
    const patience = AbortSignal.timeout(LOOK_UP_PATIENCE_MS);
    try {
      const { client } = await connections.connectionTo(tenantId);
      const device = await getAutopilotDevice(client, ztdId, patience);
      return device === null ? { kind: 'absent' } : { kind: 'registered', device };
    } catch (error) {
      if (!(error instanceof GraphError) && !patience.aborted) throw error;
      silentUntilMs = ports.clock.monotonicMs() + SILENT_FOR_MS;
      ports.log.info('scan.notLookedUp', { tenantId, kind: error instanceof GraphError ? error.kind : 'timeout' });
      return { kind: 'notAsked' };
    }
  };
}
