import type { DeviceRecord } from '../../../shared/device/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import { allowNextEnrollment } from '../../graph/resources/autopilotDevices.ts';
import { done, failed, type JobHandler } from '../../outbox/job.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { devicesOf } from './jobDevices.ts';

const KIND = 'unblock';

export const unblockJob = (device: DeviceRecord): NewJob => ({
  kind: KIND,
  step: 'send',
  wish: `${KIND}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  sentence: `Unblock ${device.serialNumber} for its next enrolment`,
  payload: {},
});

/** Lets devices enrol again that were enrolled without a user. */
export function createUnblockStep({ connections, devices, history }: MicrosoftContext): JobHandler {
  return {
    kind: KIND,
    step: 'send',
    takes: 20,
    async run(leased, { settle, signal }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        if (device.ztdId === null) {
          settle(job, failed('The device is not registered, so there is nothing to unblock.'));
          continue;
        }
        try {
          await allowNextEnrollment(client, device.ztdId, signal);
          const sentence = 'Unblocked: the device may enrol again.';
          history.add({ deviceId: device.id, subject: 'enrollment', sentence, source: 'Microsoft' });
          settle(job, done());
        } catch (error) {
          if (!(error instanceof GraphError)) throw error;
          settle(job, judgeFailure(error, job.attempts, pace, 1));
        }
      }
    },
  };
}
