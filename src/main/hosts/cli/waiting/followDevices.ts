import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { devicesById } from '../devices/devicesById.ts';
import { follow } from './follow.ts';
import type { Run } from '../program/runCommand.ts';

interface Watched {
  readonly tenantId: string;
  readonly ids: readonly string[];
  readonly limitMinutes: number;
}

/** Watches devices until all are settled or the time is over, and returns them as they stand then. */
export function followDevices(
  run: Run,
  watched: Watched & { readonly isSettled: (device: DeviceView) => boolean },
): Promise<DeviceView[]> {
  const total = watched.ids.length;
  return follow(run, { ...watched, noun: 'devices' }, async () => {
    const devices = await devicesById(run, watched.tenantId, watched.ids);
    const settled = devices.filter(watched.isSettled).length;
    return { found: devices, settled, total, isOver: settled === total };
  });
}

/** Watches registrations until each device is assigned or stuck, or the time is over. */
export function followRegistrations(run: Run, watched: Watched): Promise<OutputOf<'registration.progress'>> {
  const total = watched.ids.length;
  return follow(run, { ...watched, noun: 'devices' }, async () => {
    const progress = await run.call('registration.progress', { deviceIds: [...watched.ids] });
    const settled = progress.devices.length - progress.counts.waiting;
    return { found: progress, settled, total, isOver: settled === total };
  });
}
