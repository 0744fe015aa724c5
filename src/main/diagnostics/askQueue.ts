import type { DeviceAnswer } from '../../shared/diagnostics/answer/deviceAnswer.ts';
import type { Evidence } from '../../shared/diagnostics/evidence.ts';
import { deviceInQueue, identityOf, namesOf } from '../../shared/diagnostics/queue/deviceInQueue.ts';
import type { QueueMatch } from '../../shared/diagnostics/queue/queueAnswer.ts';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import { identityEvidenceOf } from '../../shared/devices/weighIdentity.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { tenantNameOf } from '../services/tenants/tenantNameOf.ts';
import { createCaptureStore } from '../store/captureStore.ts';
import { databaseProblem } from '../store/databaseProblem.ts';
import { createDeviceStore } from '../store/deviceStore.ts';
import { openToRead, type ReadableStore } from '../store/openToRead.ts';
import { createTenantStore } from '../store/tenantStore.ts';
import { keyToRead } from '../vault/keyToRead.ts';
import { queueFileIn } from '../vault/settleEncryption.ts';
import type { UnlockOptions } from '../vault/unlock.ts';

/** A device as its archive tells it. */
export interface Told {
  readonly evidence: Evidence;
  readonly device: DeviceAnswer;
}

/**
 * Which devices of the queue archives are of, in their order; null where the data folder has no queue. The queue is only read: a queue
 * that does not open is said, and keeps nobody from the diagnosis.
 */
export async function askQueue(
  told: readonly Told[],
  options: Pick<UnlockOptions, 'dataFolder' | 'environment' | 'store' | 'now'>,
): Promise<readonly QueueMatch[] | null> {
  try {
    const queue = await keyToRead(options);
    if (queue === null) return null;
    const store = openToRead(queue.file, queue.key);
    try {
      const find = createFind(store, options.now);
      return told.map(find);
    } finally {
      store.close();
    }
  } catch (error) {
    const known = error instanceof AppError ? error : databaseProblem(error, queueFileIn(options.dataFolder));
    if (known === null) throw error;
    const reason = [known.message, known.remedy].filter(Boolean).join(' ');
    return told.map(() => ({ state: 'notRead', reason }));
  }
}

function createFind(store: ReadableStore, now: () => Date): (told: Told) => QueueMatch {
  const devices = createDeviceStore(store, now);
  const captures = createCaptureStore(store);
  const tenants = createTenantStore(store, now);
  const candidateOf = (record: DeviceRecord) => {
    const { id, serialNumber, manufacturer, model, productKeyId, ztdId, tenantId } = record;
    return {
      device: {
        id,
        serialNumber,
        manufacturer,
        model,
        productKeyId,
        ztdId,
        customer: tenantNameOf(tenants, tenantId),
        directoryId: tenants.get(tenantId)?.directoryId?.toLowerCase() ?? null,
      },
      identity: identityEvidenceOf(record, captures.newestFieldsOf(id)),
    };
  };
  return ({ evidence, device }) => {
    const names = namesOf(evidence, device);
    const named = new Map(names.flatMap((name) => devices.named(name)).map((record) => [record.id, record]));
    return deviceInQueue(identityOf(evidence, device), [...named.values()].map(candidateOf), {
      isNamed: names.length > 0,
      isContradicted: device.otherSerialNumber !== null,
    });
  };
}
