import { SYNC_COOLDOWN_MS } from '../../../shared/tracking/syncCooldown.ts';
import { z } from 'zod';
import { readAutopilotSettings, startAutopilotSync } from '../../graph/resources/autopilotSettings.ts';
import { done, waitFor, type JobHandler } from '../../outbox/job.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { ServiceContext } from '../serviceContext.ts';

const KIND = 'sync';

const payload = z.object({ because: z.enum(['asked', 'registration', 'removal']) });

type Because = z.infer<typeof payload>['because'];

/**
 * Queues a request to Intune to synchronise with the Autopilot service, and returns its job. A tenant has one such job
 * at a time, however many ask. A job that a person asked for is always carried out, never skipped as needless.
 */
export function askForSync(
  { jobList, outbox }: Pick<ServiceContext, 'jobList'> & { readonly outbox: Pick<Outbox, 'enqueue'> },
  tenantId: string,
  because: Because,
): string {
  const [waiting] = jobList.page({ tenantId, kind: KIND, states: ['waiting', 'retrying'] }, 0, 1);
  if (waiting !== undefined && payload.parse(waiting.payload).because === 'asked') return waiting.id;
  return outbox.enqueue({
    kind: KIND,
    step: 'start',
    wish: `${KIND}:${tenantId}`,
    tenantId,
    deviceId: null,
    act: { code: 'tracking.sync' },
    payload: { because },
  });
}

/** Asks Intune to synchronise, never more often than every ten minutes. */
export function createSyncHandler(context: ServiceContext): JobHandler {
  const { budgets, connections, ports } = context;
  return {
    kind: KIND,
    step: 'start',
    takes: 1,
    async run(jobs, { signal, settle }) {
      for (const job of jobs) {
        if (!isStillNeeded(context, job.tenantId, payload.parse(job.payload).because)) {
          settle(job, done({ code: 'tracking.syncNotNeeded' }));
          continue;
        }
        const { client, pace } = await connections.connectionTo(job.tenantId);
        const allowedAt = budgets.allowedAt(job.tenantId, 'sync');
        if (allowedAt !== null) {
          settle(job, waitFor(allowedAt.getTime() - ports.clock.now().getTime(), COOLING_DOWN));
          continue;
        }
        const { lastManualSyncAt, serverTime } = await readAutopilotSettings(client, signal);
        // Microsoft's time is compared with Microsoft's clock: ours may be wrong.
        const leftMs = pace(cooldownLeftMs(lastManualSyncAt, serverTime ?? ports.clock.now()));
        if (leftMs > 0) {
          budgets.spend(job.tenantId, 'sync', leftMs);
          settle(job, waitFor(leftMs, COOLING_DOWN));
          continue;
        }
        const answer = await startAutopilotSync(client, signal);
        switch (answer.state) {
          case 'started':
            budgets.spend(job.tenantId, 'sync', pace(SYNC_COOLDOWN_MS));
            settle(job, done());
            break;
          case 'alreadyRunning':
            settle(job, done({ code: 'tracking.syncRunningAlready' }));
            break;
          case 'tooSoon': {
            const waitMs = pace(answer.retryAfterMs ?? SYNC_COOLDOWN_MS);
            budgets.spend(job.tenantId, 'sync', waitMs);
            settle(job, waitFor(waitMs, COOLING_DOWN));
          }
        }
      }
    },
  };
}

const COOLING_DOWN = { code: 'tracking.syncCoolingDown' } as const;

/** How long Intune still refuses a synchronisation that was last started at that time, in the tenant's milliseconds. */
export function cooldownLeftMs(lastManualSyncAt: string | null, now: Date): number {
  if (lastManualSyncAt === null) return 0;
  const leftMs = Date.parse(lastManualSyncAt) + SYNC_COOLDOWN_MS - now.getTime();
  // More than the whole cooldown: the two times are of different clocks, and Intune itself is asked.
  return leftMs > SYNC_COOLDOWN_MS ? 0 : Math.max(0, leftMs);
}

/** Whether what the synchronisation should speed up has yet to happen. */
function isStillNeeded({ jobs }: ServiceContext, tenantId: string, because: Because): boolean {
  if (because === 'asked') return true;
  const [kind, step] = because === 'registration' ? ['register', 'appear'] : ['deregister', 'autopilotGone'];
  return jobs.isAnyUnfinished({ tenantId, kind, step });
}
