import { relationToDonor, type DonorMark, type DonorRelation } from '../../../../shared/boards/donorMark.ts';
import type { Evidence, Hardware } from '../../../../shared/devices/weighIdentity.ts';
import type { CaptureStore } from '../../../store/captureStore.ts';
import type { DonorMarkStore } from '../../../store/donorMarkStore.ts';
import type { KnownDevice, KnownDeviceStore, NamedDevice } from '../../../store/knownDeviceStore.ts';
import type { AutopilotListing, ListedDeviceStore } from '../../../store/listedDeviceStore.ts';

interface ElsewhereDevice extends NamedDevice {
  readonly tenantName: string;
}

/** What is known of devices that rows of an import may be about. */
interface MentionedDevices {
  /** Devices of the tenant: those of the queue first, then those that were taken off it. */
  readonly known: readonly KnownDevice[];
  /** Devices of the queues of other tenants. */
  readonly elsewhere: readonly ElsewhereDevice[];
  /** Devices that the tenant's Autopilot list held when it was read last. */
  readonly listed: readonly AutopilotListing[];
}

interface FoundDonor {
  readonly mark: DonorMark;
  readonly relation: DonorRelation;
}

type MayBeMentioned = (device: Omit<NamedDevice, 'id' | 'tenantId' | 'takenOffAt'>) => boolean;

/** What a tenant's import is compared with. */
export interface QueueToCompare {
  readonly mentioned: (mayBeMentioned: MayBeMentioned) => MentionedDevices;
  /** Disk and network cards of its newest capture; null where it has none. Takes a while: only where they decide. */
  readonly hardwareOf: (deviceId: string) => Hardware | null;
  /** The device marked “never register again” that a row is, or whose mainboard it has. */
  readonly donorOf: (identity: Evidence) => FoundDonor | null;
  readonly hasCapture: (deviceId: string, hashBytes: Buffer) => boolean;
  /** The import, for captures that do not say when they were taken. */
  readonly importedAt: string;
}

interface ComparedStores {
  readonly knownDevices: KnownDeviceStore;
  readonly listedDevices: ListedDeviceStore;
  readonly captures: CaptureStore;
  readonly donorMarks: DonorMarkStore;
  /** Null for a tenant that this Reseal does not work for any more. */
  readonly tenantName: (tenantId: string) => string | null;
}

/**
 * Reads only the devices that rows may be about.
 * @param read devices that were read before and have not changed since; newly read devices are added to it
 */
export function queueToCompare(
  tenantId: string,
  stores: ComparedStores,
  read: Map<string, KnownDevice>,
  now: Date,
): QueueToCompare {
  const { knownDevices, listedDevices, captures, donorMarks, tenantName } = stores;
  const marks = donorMarks.inForce();

  function deviceOf(id: string): KnownDevice {
    const device = read.get(id) ?? knownDevices.get(id);
    read.set(id, device);
    return device;
  }

  return {
    mentioned(mayBeMentioned) {
      const inQueue: string[] = [];
      const takenOff: string[] = [];
      const elsewhere: ElsewhereDevice[] = [];
      for (const device of knownDevices.all()) {
        if (!mayBeMentioned(device)) continue;
        if (device.tenantId === tenantId) (device.takenOffAt === null ? inQueue : takenOff).push(device.id);
        else if (device.takenOffAt === null) {
          const name = tenantName(device.tenantId);
          if (name !== null) elsewhere.push({ ...device, tenantName: name });
        }
      }
      const listed: AutopilotListing[] = [];
      for (const device of listedDevices.ofTenant(tenantId)) if (mayBeMentioned(device)) listed.push(device);
      return { known: [...inQueue, ...takenOff].map(deviceOf), elsewhere, listed };
    },
    hardwareOf: (deviceId) => captures.newestFieldsOf(deviceId),
    donorOf(identity) {
      for (const mark of marks) {
        const relation = relationToDonor(mark, identity);
        if (relation !== null) return { mark, relation };
      }
      return null;
    },
    hasCapture: captures.has,
    importedAt: now.toISOString(),
  };
}
