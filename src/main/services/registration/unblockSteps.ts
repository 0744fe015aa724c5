import { readEnrollment } from '../../../shared/tracking/deviceStates.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import { allowNextEnrollment, getAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import { done, failed, type JobHandler } from '../../outbox/job.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import { lookAgain, type Look } from '../jobs/lookAgain.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { recordDevice } from '../tracking/recordDevice.ts';
import { devicesOf } from '../jobs/jobDevices.ts';

const KIND = 'unblock';
const TAKES = 20;

const verify: Look = {
  step: 'verify',
  reason: { code: 'registration.unblocking' },
  inVain: { code: 'registration.stillBlocked' },
};

/**
 * The wish to let a device enroll once more, which Intune refuses after its one self-deploying or pre-provisioned enrollment
 * (error 0x80180014).
 */
export const unblockJob = (device: DeviceRecord, batchId: string): NewJob => ({
  kind: KIND,
  step: 'send',
  wish: `${KIND}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  batchId,
  act: { code: 'registration.unblock' },
  payload: {},
});

/** Unblocks devices, then reads them back: Intune's answer does not say whether the block is gone. */
export function createUnblockHandlers(context: ServiceContext): readonly JobHandler[] {
  const { connections, devices, history, publish, store } = context;
  return [
    {
      kind: KIND,
      step: 'send',
      takes: TAKES,
      async run(leased, { settle, signal, jitter }) {
        const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
        for (const { job, device } of devicesOf(devices, leased, settle)) {
          if (device.ztdId === null) {
            settle(job, failed({ code: 'registration.nothingToUnblock' }));
            continue;
          }
          try {
            await allowNextEnrollment(client, device.ztdId, signal);
            settle(job, lookAgain(job, pace, verify));
          } catch (error) {
            if (!(error instanceof GraphError)) throw error;
            settle(job, judgeFailure(error, job.attempts, pace, jitter));
          }
        }
      },
    },
    {
      kind: KIND,
      step: 'verify',
      takes: TAKES,
      async run(leased, { settle, signal, jitter }) {
        const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
        const entries = devicesOf(devices, leased, settle);
        const ztdIds = [...new Set(entries.flatMap(({ device }) => device.ztdId ?? []))];
        const answers = await getAutopilotDevices(client, ztdIds, signal);
        store.write(() => {
          for (const { job, device } of entries) {
            const answer = answers.get(device.ztdId ?? '') ?? null;
            if (answer instanceof GraphError) {
              settle(job, judgeFailure(answer, job.attempts, pace, jitter));
              continue;
            }
            if (answer === null) {
              settle(job, failed({ code: 'registration.unblockedGone' }));
              continue;
            }
            recordDevice(context, device.id, answer);
            if (readEnrollment(answer.enrollmentState, answer.userlessEnrollmentStatus).status === 'blocked') {
              settle(job, lookAgain(job, pace, verify));
              continue;
            }
            const sentence = 'Unblocked: the device may enroll again.';
            history.add({ deviceId: device.id, subject: 'enrollment', sentence, source: 'Microsoft' });
            settle(job, done());
          }
        });
        publish('devices.changed');
      },
    },
  ];
}
