import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { systemClock } from '../systemClock.ts';
import { CommandError } from './commandError.ts';
import { devicesById } from './devicesById.ts';
import { exitStatus } from './exitStatus.ts';
import type { Run } from './runCommand.ts';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 250;
/** A short gap in the network is nothing to end a wait for. */
const OFFLINE_PATIENCE_MS = 30_000;

interface FollowOptions {
  readonly tenantId: string;
  readonly ids: readonly string[];
  readonly isSettled: (device: DeviceView) => boolean;
  readonly limitMinutes: number;
}

/**
 * Watches devices until all are settled or the time is over, and returns them as they stand then.
 * @throws CommandError when Microsoft cannot be reached: what is queued stays queued
 */
export async function followDevices(run: Run, options: FollowOptions): Promise<DeviceView[]> {
  const startedAt = Date.now();
  const progress = createProgress(run);
  for (;;) {
    const devices = await devicesById(run, options.tenantId, options.ids);
    const settled = devices.filter(options.isSettled).length;
    progress.show(settled, devices.length);
    if (settled === devices.length || Date.now() - startedAt > options.limitMinutes * MINUTE_MS) {
      progress.end();
      return devices;
    }
    await refuseOffline(run, options.tenantId);
    await systemClock.wait(LOOK_EVERY_MS, new AbortController().signal);
  }
}

async function refuseOffline(run: Run, tenantId: string): Promise<void> {
  const { online, offlineSince } = await run.call('jobs.status', { tenantId });
  if (online || offlineSince === null || Date.now() - Date.parse(offlineSince) < OFFLINE_PATIENCE_MS) return;
  throw new CommandError(
    'Microsoft cannot be reached. What you asked for stays queued; run the command again, or leave the window open, once the network is back.',
    exitStatus.failed,
  );
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
