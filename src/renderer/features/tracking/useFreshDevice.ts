import { useEffect, useRef } from 'react';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { useClient } from '../../api/clientContext.ts';

/** What a list leaves out, such as the last contact, is as old as the last read of the device by itself. */
const FRESH_MS = 60_000;

/**
 * Reads a device anew when it is opened and what is known of it is old. The page waits for nothing: what comes shows by
 * itself, and where Microsoft cannot be reached the page stays as it is.
 */
export function useFreshDevice(detail: DeviceDetail | null): void {
  const client = useClient();
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (detail === null || asked.current === detail.device.id) return;
    asked.current = detail.device.id;
    const { device, microsoftReadAt } = detail;
    const isFresh = microsoftReadAt !== null && Date.now() - Date.parse(microsoftReadAt) < FRESH_MS;
    if (device.registration !== 'registered' || isFresh) return;
    void client.call('tracking.refresh', { tenantId: device.tenantId, deviceIds: [device.id] });
  }, [client, detail]);
}
