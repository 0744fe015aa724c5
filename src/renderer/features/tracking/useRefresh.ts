import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useCommand } from '../../api/useCommand.ts';
import { deviceText } from '../../text/device.ts';
import { useNotify } from '../../ui/notify.ts';

/** Asks Microsoft about a device now, or asks Intune to synchronise its tenant. */
export function useRefresh({ id, tenantId }: Pick<DeviceView, 'id' | 'tenantId'>) {
  const notify = useNotify();
  const reading = useCommand('tracking.refresh');
  const syncing = useCommand('tracking.sync');

  return {
    refresh: async () => {
      const outcome = await reading.run({ tenantId, deviceIds: [id] });
      if (outcome.ok) notify.done(deviceText.read(outcome.value.changed));
    },
    sync: async () => {
      const outcome = await syncing.run({ tenantId });
      if (!outcome.ok) return;
      if (outcome.value.state === 'queued') notify.done(outcome.value.sentence);
      else notify.warn(outcome.value.sentence);
    },
    running: reading.running || syncing.running,
  };
}
