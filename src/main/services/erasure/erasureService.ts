import type { ErasureHandlers } from '../../../shared/api/contract/erasure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createDeviceErasure } from './deviceErasure.ts';
import { createPersonErasure } from './personErasure.ts';

/** Erasing a person or a device for good: shown before, confirmed by the name, and vouched for by a receipt. */
export function createErasureService(context: ServiceContext): ErasureHandlers {
  const person = createPersonErasure(context);
  const device = createDeviceErasure(context);
  return {
    'erasure.planPerson': ({ address }) => person.plan(address),
    'erasure.person': ({ address, confirmedAddress }) => person.erase(address, confirmedAddress),
    'erasure.planDevice': ({ deviceId }) => device.plan(deviceId),
    'erasure.device': ({ deviceId, confirmedSerialNumber, reason }) =>
      device.erase(deviceId, confirmedSerialNumber, reason),
  };
}
