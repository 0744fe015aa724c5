import { randomUUID } from 'node:crypto';
import type { RegistrationHandlers } from '../../../shared/api/contract/registration.ts';
import { isConsentMissing, type Consent } from '../../../shared/consent/consent.ts';
import type { DonorMark } from '../../../shared/boards/donorMark.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import type { RegistrationRefusal } from '../../../shared/registration/registrationWords.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { actInTurns } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { beginAnew } from './beginAnew.ts';
import { createAppearStep } from './appearStep.ts';
import { createCleanUpHandlers } from './cleanUpSteps.ts';
import { createConfirmStep } from './confirmStep.ts';
import { createLookUpStep } from './lookUpStep.ts';
import { changeRegistrationFrom } from './registrationHistory.ts';
import { answerProgress } from './answerProgress.ts';
import { createSendStep } from './sendStep.ts';
import { answerUnblock } from './answerUnblock.ts';
import { createUnblockHandlers } from './unblockSteps.ts';

/** The steps of a registration: send, look up where the answer was lost, confirm, and wait until the device appears. */
export function createRegistrationSteps(context: ServiceContext): readonly JobHandler[] {
  return [
    createSendStep(context),
    createLookUpStep(context),
    createConfirmStep(context, 'confirm'),
    createConfirmStep(context, 'confirmLate'),
    createAppearStep(context),
    ...createCleanUpHandlers(context),
    ...createUnblockHandlers(context),
  ];
}

const registerJob = (device: DeviceRecord, batchId: string): NewJob => ({
  kind: 'register',
  step: 'send',
  wish: `register:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  batchId,
  act: { code: 'registration.register' },
  payload: {},
});

/** Queues registrations. */
export function createRegistrationService(context: ServiceContext): RegistrationHandlers {
  const { consents, devices, donorMarks, jobs, jobList, outbox, publish, who } = context;

  /** Whether a job brings the registration on; one that was given up is taken up again where it stood. */
  function isFollowed({ id }: DeviceRecord): boolean {
    const last = jobList.page({ deviceIds: [id], kind: 'register' }, 0, 1)[0];
    if (last === undefined || last.state === 'done' || last.state === 'cancelled') return false;
    return last.state === 'failed' ? jobs.retry(last.id) : true;
  }

  return {
    'registration.progress': answerProgress(context),
    'registration.unblock': answerUnblock(context),
    'registration.register': async ({ deviceIds }) => {
      const batchId = randomUUID();
      const source = who();
      const refused: RefusedDevice[] = [];
      let queued = 0;
      const act = {
        action: 'registration.register',
        sentence: (count: string) => `Asked for the registration of ${count}.`,
      };
      await actInTurns(context, deviceIds, act, (id) => {
        const device = devices.get(id);
        if (device === null) return false;
        const refusal = refusalOf(device, donorMarks.ofDevice(device), consents.of(device.tenantId));
        if (refusal !== null) {
          refused.push(refusedFor(deviceTitle(device), refusal));
          return false;
        }
        queued += 1;
        if (isOnItsWay(device) && isFollowed(device)) return true;
        changeRegistrationFrom(context, beginAnew(context, device), 'queued', {
          sentence: 'Queued for registration.',
          source,
        });
        outbox.enqueue(registerJob(device, batchId));
        return true;
      });
      publish('devices.changed');
      return { queued, refused };
    },
  };
}

const isOnItsWay = ({ registration }: DeviceRecord): boolean =>
  registration === 'queued' || registration === 'submitted' || registration === 'pending';

/** Why a device cannot be registered now; null where it can. */
function refusalOf(device: DeviceRecord, mark: DonorMark | null, { state, way }: Consent): RegistrationRefusal | null {
  if (device.registration === 'registered') {
    return { code: device.needsNewRegistration ? 'registration.oldMainboard' : 'registration.isRegistered' };
  }
  if (device.registration === 'removing') return { code: 'registration.isRemoving' };
  if (mark !== null) return { code: 'registration.neverAgain', why: mark.reason };
  if (isConsentMissing({ state })) return { code: 'registration.consentMissing', state, way };
  if (!device.hasHardwareHash) return { code: 'registration.hashMissing' };
  return null;
}
