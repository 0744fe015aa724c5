import type { OutputOf } from '../../../shared/api/contract.ts';
import { subjectMark } from '../../../shared/audit/auditRow.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ErasurePlan } from '../../../shared/erasure/erasure.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { notSwept, refuseFor } from './personErasure.ts';
import { unreachableFor } from './unreachable.ts';
import { writeReceipt } from './writeReceipt.ts';

/** Shorter ones are words and numbers that stand in many texts. */
const LEAST_SEARCHED_LENGTH = 5;

/** Erasing a device: captures, facts and history go, and a stone stays, so that the records that name it still count. */
export function createDeviceErasure(context: ServiceContext) {
  const { audit, devices, donorMarks, erasure, ports, publish, store, who } = context;

  function deviceWith(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device === null) throw unknownDevice();
    return device;
  }

  const namesOf = ({ serialNumber, ztdId, productKeyId }: DeviceRecord): readonly string[] =>
    [serialNumber, ztdId, productKeyId].flatMap((name) =>
      name === null || name.length < LEAST_SEARCHED_LENGTH ? [] : [name],
    );

  function refusalFor(device: DeviceRecord): ErasurePlan['refusal'] {
    const title = deviceTitle(device);
    if (erasure.unfinishedJobsOf(device.id) > 0) {
      return {
        reason: `A change of ${title} is on its way to Microsoft.`,
        remedy: 'Wait until it is done, or cancel it in Activity, then erase.',
      };
    }
    if (isAtMicrosoft(device)) {
      return {
        reason: `${title} is registered with Windows Autopilot.`,
        remedy: 'Deregister it first: “Deregister” on its page, or “reseal deregister”.',
      };
    }
    if (donorMarks.ofDevice(device) !== null) {
      return {
        reason: `${title} is marked “never register again”, and the mark recognises it by what would be erased.`,
        remedy: 'Lift the mark first, where the device may be forgotten.',
      };
    }
    return null;
  }

  function planOf(device: DeviceRecord): ErasurePlan {
    const names = namesOf(device);
    const previews = erasure.previewsWith(names).length;
    return {
      name: deviceTitle(device),
      places: [
        ...erasure.placesOfDevice(device.id),
        ...(previews === 0 ? [] : [{ what: 'unfinished imports, which are discarded', count: previews }]),
      ],
      unreachable: unreachableFor(context, names),
      refusal: refusalFor(device),
    };
  }

  return {
    plan: (deviceId: string): ErasurePlan => planOf(deviceWith(deviceId)),

    async erase(deviceId: string, confirmed: string, reason: string): Promise<OutputOf<'erasure.device'>> {
      erasure.overwriteDeleted();
      const plan = store.write(() => {
        const device = deviceWith(deviceId);
        const title = deviceTitle(device);
        if (confirmed.toLowerCase() !== title.toLowerCase()) {
          const message = 'The repeated serial number is another one.';
          throw new AppError('invalid-input', message, { fields: [{ field: 'confirmedSerialNumber', message }] });
        }
        const found = planOf(device);
        refuseFor(found.refusal);
        const names = namesOf(device);
        const at = ports.clock.now();
        const sentence = `Erased ${subjectMark.device}${deviceId}: ${withoutNames(reason, names)}`;
        audit.add({ who: who(), action: 'erasure.device', sentence, devices: [deviceId] });
        for (const id of erasure.previewsWith(names)) erasure.dropPreview(id);
        // Counts and the search's words go with what takes a device off the queue.
        devices.takeOff(deviceId);
        erasure.removeDevice(deviceId, device.tenantId, device.serialNumber);
        erasure.eraseTexts(names);
        erasure.addStone({ deviceId, serialNumber: title, at, by: who(), reason: withoutNames(reason, names) });
        return found;
      });
      const isSwept = erasure.sweep();
      ports.log.info('erasure.device', { deviceId });
      for (const event of ['devices.changed', 'jobs.changed', 'checklists.changed'] as const) publish(event);
      return writeReceipt(context, {
        kind: 'device',
        reference: deviceId,
        places: plan.places,
        unreachable: [...(isSwept ? [] : [notSwept]), ...plan.unreachable],
      });
    },
  };
}

/** A person who gives the reason may name the device by it. */
const withoutNames = (reason: string, names: readonly string[]): string =>
  names.reduce((left, name) => left.replaceAll(name, 'it'), reason);

const isAtMicrosoft = ({ registration }: DeviceRecord): boolean =>
  registration !== 'none' && registration !== 'failed' && registration !== 'removed';
