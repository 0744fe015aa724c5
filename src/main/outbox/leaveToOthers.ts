import type { Clock } from '../ports.ts';
import type { JobGroup } from '../store/jobStore.ts';

/**
 * How long a due job is left to other processes. One that can speak to the tenant looks every second, so by then there
 * is none.
 */
const LEFT_FOR_MS = 30_000;

/** Jobs of tenants that this process cannot speak to, which are left to a process that can. */
export interface LeaveToOthers {
  /**
   * The due groups that this process should begin. A group that no process takes is begun too, so that its jobs say
   * what they wait for.
   */
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
      // A group that another process has taken is not due for a moment; after that, its time counts anew.
      leftSinceMs = left;
      return ours;
    },
    isLeft: (group) => leftSinceMs.has(keyOf(group)),
  };
}
