import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { DeploymentEvent } from '../../../shared/api/contract/microsoft.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import { listAutopilotEvents, type AutopilotEvent } from '../../graph/resources/autopilotEvents.ts';
import type { DeploymentEventStore } from '../../store/deploymentEventStore.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';

/** Intune's deployment report: the cloud's view of each run. The bench's own record outranks it, and is never changed by it. */
export function createDeploymentReportService(
  { connections, devices, publish, store }: MicrosoftContext,
  events: DeploymentEventStore,
): HandlersOf<'tracking.events' | 'tracking.readEvents'> {
  return {
    'tracking.events': ({ deviceId }) => events.ofDevice(deviceId),
    'tracking.readEvents': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        let read = 0;
        let kept = 0;
        for await (const page of listAutopilotEvents(client, signal)) {
          read += page.length;
          store.write(() => {
            for (const event of page) {
              const device = devices.withSerialNumber(event.serialNumber ?? '', tenantId).find(isAbout(event));
              if (device === undefined) continue;
              events.keep(device.id, asItCame(event));
              kept += 1;
            }
          });
        }
        if (kept > 0) publish('devices.changed');
        return { read, kept };
      }),
  };
}

/** A serial number alone is not enough: it may be shared, and a device may have been another registration's before. */
const isAbout =
  ({ deviceId }: AutopilotEvent) =>
  ({ entraDeviceId, managedDeviceId }: DeviceRecord): boolean =>
    deviceId !== null && [entraDeviceId, managedDeviceId].includes(deviceId);

function asItCame({ id, at, ...properties }: AutopilotEvent): DeploymentEvent {
  return {
    id,
    at,
    properties: Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  };
}
