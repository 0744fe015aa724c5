import type { RegistrationHandlers } from '../../../shared/api/contract/registration.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { progressViewOf } from './deviceProgress.ts';

/** Answers `registration.progress`: how far registrations have come. */
export function answerProgress(context: ServiceContext): RegistrationHandlers['registration.progress'] {
  const { connections, devices, jobList, outbox, ports, tracking } = context;
  return async ({ deviceIds }) => {
    const now = ports.clock.now();
    const lastJobs = new Map<string | null, StoredJob>();
    for (const job of jobList.page({ deviceIds, kind: 'register' })) {
      if (!lastJobs.has(job.deviceId)) lastJobs.set(job.deviceId, job);
    }
    const found = deviceIds.flatMap((id) => devices.get(id) ?? []);
    const paces = new Map<string, (milliseconds: number) => number>();
    for (const tenantId of new Set(found.map((device) => device.tenantId))) {
      paces.set(tenantId, (await connections.connectionTo(tenantId)).pace);
    }
    const views = found.map((device) => {
      const realMs = knownForMs(device, tracking.readAt(device.tenantId));
      const waitedMs = realMs / (paces.get(device.tenantId)?.(1) ?? 1);
      return progressViewOf(device, lastJobs.get(device.id) ?? null, { waitedMs, isPaused: outbox.isPaused(), now });
    });
    const count = (state: (typeof views)[number]['state']): number =>
      views.filter((view) => view.state === state).length;
    return {
      devices: views,
      counts: { assigned: count('assigned'), stuck: count('stuck'), waiting: count('waiting') },
    };
  };
}

/**
 * How long the device had been registered when its tenant was last read. The time since then says nothing: nobody
 * looked.
 */
function knownForMs({ registrationAt }: DeviceRecord, readAt: string | null): number {
  if (registrationAt === null || readAt === null) return 0;
  return Math.max(0, Date.parse(readAt) - Date.parse(registrationAt));
}
