import type { Clock } from '../ports.ts';
import type { JobGroup } from '../store/jobStore.ts';

/** A process that can speak to a tenant looks every second; what stays so long has none. */
const LEFT_FOR_MS = 30_000;

/** Jobs of tenants that this process cannot speak to, which are left to a process that can. */
export interface LeaveToOthers {
  /** Those of the due groups that are this process's to begin; where nobody takes one, it is begun to say what it waits for. */
  readonly oursOf: (due: readonly JobGroup[]) => Promise<readonly JobGroup[]>;
  readonly isLeft: (group: JobGroup) => boolean;
}

/** @param canReach whether this process can speak to the tenant, such as because somebody is signed in here */
export function createLeaveToOthers(canReach: (tenantId: string) => Promise<boolean>, clock: Clock): LeaveToOthers {
  let leftSinceMs = new Map<string, number>();
  const keyOf = ({ tenantId, kind, step }: JobGroup): string => `${tenantId}/${kind}/${step}`;

  return {
    async oursOf(due) {
      const nowMs = clock.monotonicMs();
      const left = new Map<string, number>();
      const ours: JobGroup[] = [];
      for (const group of due) {
        const sinceMs = leftSinceMs.get(keyOf(group)) ?? nowMs;
        if (nowMs - sinceMs >= LEFT_FOR_MS || (await canReach(group.tenantId))) ours.push(group);
        else left.set(keyOf(group), sinceMs);
      }
      // A group that was taken meanwhile is not due for a moment, and counts anew.
      leftSinceMs = left;
      return ours;
    },
    isLeft: (group) => leftSinceMs.has(keyOf(group)),
  };
}
