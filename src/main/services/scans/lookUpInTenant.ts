import type { ListedDevice } from '../../../shared/devices/adoption.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { findAutopilotDevices, getAutopilotDevice } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** What a tenant says about a scanned device; `notAsked` where it cannot be reached just now. */
export type LookedUp =
  | { readonly kind: 'registered'; readonly device: AutopilotDevice }
  /** The list that was read last has it. */
  | { readonly kind: 'listed'; readonly device: Pick<ListedDevice, 'ztdId' | 'serialNumber'> }
  /** Several registered devices have the serial number. */
  | { readonly kind: 'severalListed'; readonly serialNumber: string }
  | { readonly kind: 'absent' | 'notAsked' };

export interface LookUpInTenant {
  /** Whether nobody answered a moment ago, so that asking again would only keep the technician waiting. */
  readonly isSilent: (tenantId: string) => boolean;
  readonly byZtdId: (tenantId: string, ztdId: string) => Promise<LookedUp>;
  readonly bySerialNumber: (tenantId: string, serialNumber: string) => Promise<LookedUp>;
}

/** A technician stands before the device with the scanner in hand. */
const LOOK_UP_PATIENCE_MS = 3_000;
/** Where nobody answered, the next scans do not wait for it again. */
const SILENT_FOR_MS = 30_000;

/** Asks the tenant itself, and else its list as it was read last, whether a scanned device is one of its own. */
export function createLookUpInTenant({
  connections,
  listedDevices,
  ports,
  tracking,
}: Pick<ServiceContext, 'connections' | 'listedDevices' | 'ports' | 'tracking'>): LookUpInTenant {
  let silentUntilMs = Number.NEGATIVE_INFINITY;

  const isSilent = (tenantId: string): boolean =>
    ports.clock.monotonicMs() < silentUntilMs || tracking.offlineSince(tenantId) !== null;

  async function ask(
    tenantId: string,
    question: (client: GraphClient, patience: AbortSignal) => Promise<LookedUp>,
  ): Promise<LookedUp> {
    if (isSilent(tenantId)) return { kind: 'notAsked' };
    const patience = AbortSignal.timeout(LOOK_UP_PATIENCE_MS);
    try {
      const { client } = await connections.connectionTo(tenantId);
      return await question(client, patience);
    } catch (error) {
      if (!(error instanceof GraphError) && !patience.aborted) throw error;
      silentUntilMs = ports.clock.monotonicMs() + SILENT_FOR_MS;
      ports.log.info('scan.notLookedUp', { tenantId, kind: error instanceof GraphError ? error.kind : 'timeout' });
      return { kind: 'notAsked' };
    }
  }

  async function read(client: GraphClient, ztdId: string, patience: AbortSignal): Promise<LookedUp> {
    const device = await getAutopilotDevice(client, ztdId, patience);
    return device === null ? { kind: 'absent' } : { kind: 'registered', device };
  }

  return {
    isSilent,
    async byZtdId(tenantId, ztdId) {
      const answer = await ask(tenantId, (client, patience) => read(client, ztdId, patience));
      const listed = answer.kind === 'notAsked' ? listedDevices.get(tenantId, ztdId) : null;
      return listed === null ? answer : { kind: 'listed', device: listed };
    },
    async bySerialNumber(tenantId, serialNumber) {
      const [listed, another] = listedDevices.withSerialNumber(tenantId, serialNumber);
      if (another !== undefined) return { kind: 'severalListed', serialNumber };
      if (listed !== undefined) {
        const answer = await ask(tenantId, (client, patience) => read(client, listed.ztdId, patience));
        return answer.kind === 'notAsked' ? { kind: 'listed', device: listed } : answer;
      }
      // Any bar code may be a serial number: nobody waits for a tenant that has not answered this program yet.
      if (!connections.hasAnswered(tenantId)) return { kind: 'notAsked' };
      return ask(tenantId, async (client, patience) => {
        const [row, other] = (await findAutopilotDevices(client, serialNumber, patience)).rows;
        if (row === undefined) return { kind: 'absent' };
        return other === undefined ? read(client, row.id, patience) : { kind: 'severalListed', serialNumber };
      });
    },
  };
}
