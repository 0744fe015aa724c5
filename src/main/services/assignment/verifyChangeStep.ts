import { CHANGE, isSetElsewhere, type Wish } from '../../../shared/assignment/wish.ts';
import { GraphError } from '../../graph/graphError.ts';
import { getAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import { done, failed, goOn, type JobHandler, type JobResult } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { judgeFailure, notThereYet } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { devicesOf } from '../jobs/jobDevices.ts';
import { recordDevice } from '../tracking/recordDevice.ts';
import { changeProgressOf, nextLook, setElsewhere } from './changeProgress.ts';
import { isTrue, seenValue, wishOf } from './wishes.ts';

/** Reads devices back until a change is visible: an accepted change is not a made one. */
export function createVerifyChangeStep(context: ServiceContext): JobHandler {
  const { connections, devices, history, publish, store } = context;
  return {
    kind: CHANGE,
    step: 'verify',
    takes: 200,
    async run(leased, { signal, settle, jitter }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const entries = devicesOf(devices, leased, settle);
      const ztdIds = [...new Set(entries.flatMap(({ device }) => device.ztdId ?? []))];
      const answers = await getAutopilotDevices(client, ztdIds, signal);
      store.write(() => {
        for (const { job } of entries) {
          // Read anew: another job of the same device may just have changed it.
          const device = devices.get(job.deviceId ?? '');
          const answer = answers.get(device?.ztdId ?? '') ?? null;
          if (answer instanceof GraphError) {
            settle(job, judgeFailure(answer, job.attempts, pace, jitter));
            continue;
          }
          if (device === null || answer === null) {
            settle(job, notThereYet(job.attempts, pace, { code: 'assignment.notListed' }));
            continue;
          }
          recordDevice(context, device.id, answer);
          const wish = wishOf(job);
          const held = seenValue(wish.property, answer);
          if (isSetElsewhere(wish, held, changeProgressOf(job).seen)) {
            settle(job, setElsewhere(job, held));
            continue;
          }
          if (!isTrue(wish, answer)) {
            settle(job, notVisible(job, pace));
            continue;
          }
          history.add({ deviceId: device.id, subject: 'change', sentence: madeSentence(wish), source: 'Microsoft' });
          settle(job, done());
        }
      });
      publish('devices.changed');
    },
  };
}

function notVisible(job: StoredJob, pace: (milliseconds: number) => number): JobResult {
  const progress = { ...changeProgressOf(job), looks: changeProgressOf(job).looks + 1 };
  const next = nextLook(progress);
  switch (next.type) {
    case 'look':
      return goOn('verify', pace(next.afterMs), { code: 'assignment.notVisibleYet' }, progress);
    case 'resend':
      return goOn('send', 0, { code: 'assignment.sentAgain' }, { ...progress, looks: 0, isResent: true });
    case 'giveUp':
      return failed({ code: 'assignment.notVisible' }, {});
  }
}

function madeSentence({ property, value }: Wish): string {
  switch (property) {
    case 'user':
      return value === '' ? 'Microsoft shows no user any more.' : 'Microsoft shows the assigned user.';
    case 'groupTag':
      return value === '' ? 'Microsoft shows no group tag any more.' : `Microsoft shows the group tag ${value}.`;
    case 'name':
      return value === '' ? 'Microsoft shows no name any more.' : `Microsoft shows the name ${value}.`;
  }
}
