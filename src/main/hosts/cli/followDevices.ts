import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { systemClock } from '../../systemClock.ts';
import { devicesById } from './devicesById.ts';
import { createOfflineWatch } from './offlineWatch.ts';
import type { Run } from './runCommand.ts';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 250;

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
  return follow(run, watched, async () => {
    const devices = await devicesById(run, watched.tenantId, watched.ids);
    return { found: devices, settled: devices.filter(watched.isSettled).length };
  });
}

/** Watches registrations until each device is assigned or stuck, or the time is over. */
export function followRegistrations(run: Run, watched: Watched): Promise<OutputOf<'registration.progress'>> {
  return follow(run, watched, async () => {
    const progress = await run.call('registration.progress', { deviceIds: [...watched.ids] });
    return { found: progress, settled: progress.devices.length - progress.counts.waiting };
  });
}

/** @throws CommandError when Microsoft cannot be reached: what is queued stays queued */
async function follow<Found>(
  run: Run,
  { tenantId, ids, limitMinutes }: Watched,
  look: () => Promise<{ readonly found: Found; readonly settled: number }>,
): Promise<Found> {
  const startedMs = systemClock.monotonicMs();
  const refuseOffline = createOfflineWatch();
  const progress = createProgress(run);
  for (;;) {
    const { found, settled } = await look();
    progress.show(settled, ids.length);
    if (settled === ids.length || systemClock.monotonicMs() - startedMs > limitMinutes * MINUTE_MS) {
      progress.end();
      return found;
    }
    refuseOffline((await run.call('jobs.status', { tenantId })).offlineSince);
    await systemClock.wait(LOOK_EVERY_MS, new AbortController().signal);
  }
}

function createProgress({ world }: Run) {
  const { showsProgress, say } = world.terminal;
  return {
    show(settled: number, total: number) {
      if (showsProgress) say(`\r${settled} of ${total} devices`);
    },
    end() {
      if (showsProgress) say('\n');
    },
  };
}
