import { randomUUID } from 'node:crypto';
import type { RegistrationHandlers } from '../../../shared/api/contract/registration.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import type { RegistrationRefusal } from '../../../shared/registration/registrationWords.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { unblockJob } from './unblockSteps.ts';

/** Answers `registration.unblock`: lets devices enroll again that Intune allows to enroll only once (0x80180014). */
export function answerUnblock(context: ServiceContext): RegistrationHandlers['registration.unblock'] {
  const { audit, devices, outbox, store, who } = context;
  return ({ deviceIds }) => {
    const batchId = randomUUID();
    const refused: RefusedDevice[] = [];
    let queued = 0;
    store.write(() => {
      for (const device of deviceIds.flatMap((id) => devices.get(id) ?? [])) {
        const refusal = unblockRefusal(device);
        if (refusal !== null) {
          refused.push(refusedFor(deviceTitle(device), refusal));
          continue;
        }
        queued += 1;
        outbox.enqueue(unblockJob(device, batchId));
        const sentence = `Unblocking of ${deviceTitle(device)} for its next enrollment asked for.`;
        audit.add({ who: who(), action: 'registration.unblock', sentence, devices: [device.id] });
      }
    });
    return { queued, refused };
  };
}

/** Source: "What's new in Windows Autopilot", Unblock device: not for devices that are Fix pending. */
function unblockRefusal({ registration, remediation }: DeviceRecord): RegistrationRefusal | null {
  if (registration !== 'registered') return { code: 'registration.notRegistered' };
  return remediation === 'fixPending' ? { code: 'registration.fixPending' } : null;
}
