import type { PreflightHandlers } from '../../../shared/api/contract/preflight.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import { firstHashOf } from '../hashes/firstHashOf.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { checkHash, checkWithoutHash } from './checkDevice.ts';
import { createNetworkPreflight } from './networkPreflight.ts';
import { createTenantPreflight } from './tenantPreflight.ts';

/** What will not work, and who can mend it, before a device is at the bench. */
export function createPreflightService(context: ServiceContext): PreflightHandlers {
  const { captures, devices, ports, store } = context;
  return {
    ...createNetworkPreflight(context),
    ...createTenantPreflight(context),
    'preflight.devices': ({ deviceIds }) => ({
      devices: [...new Set(deviceIds)].map((deviceId) => {
        const device = devices.get(deviceId);
        if (device === null) throw unknownDevice();
        // A capture that cannot be read tells nothing, and the health of the queue names it.
        const hash = store.setAside.orNull(() => captures.hardwareHashOf(deviceId));
        const check = hash === null ? checkWithoutHash(device) : checkHash(hash, ports.clock.now());
        return { deviceId, ...check, serialNumber: device.serialNumber };
      }),
    }),
    'preflight.hash': ({ text }) => checkHash(firstHashOf(text), ports.clock.now()),
  };
}
