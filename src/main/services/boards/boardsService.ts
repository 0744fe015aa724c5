import { AppError } from '../../../shared/outcome/appError.ts';
import type { BoardHandlers, HashSource } from '../../../shared/api/contract/boards.ts';
import { checkBoardFields } from '../../../shared/boards/boardField.ts';
import { compareHashes } from '../../../shared/boards/compareHashes.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { decodeHardwareHash, type DecodedHardwareHash } from '../../../shared/hashes/decodeHardwareHash.ts';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import { firstHashOf } from '../hashes/firstHashOf.ts';
import { sha256 } from '../hashes/hashInspector.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** Mainboards: what a repair has changed, whether it can be registered, and devices that gave parts to others. */
export function createBoardsService(context: ServiceContext): BoardHandlers {
  const { audit, boardGuide, captures, devices, donorMarks, history, ports, publish, store, who } = context;

  /** @throws AppError `not-found`, `unreadable`: what a damaged hash lacks would look like a change */
  function readHash(source: HashSource, which: string): DecodedHardwareHash {
    const text = 'text' in source ? firstHashOf(source.text) : captures.hardwareHashAt(source.captureId);
    if (text === null) throw new AppError('not-found', `The ${which} is not kept here.`);
    const { canonical, issues } = inspectHardwareHash(text, { sha256, now: ports.clock.now() });
    if (canonical !== null) return decodeHardwareHash(canonical, sha256);
    const reason = issues.find(({ severity }) => severity === 'error');
    throw new AppError(
      'unreadable',
      `The ${which} cannot be compared. ${reason ? tellIssue(reason).message : ''}`.trim(),
    );
  }

  function deviceWith(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device === null) throw unknownDevice();
    return device;
  }

  function record(device: DeviceRecord, action: string, sentence: string): void {
    history.add({ deviceId: device.id, subject: 'registration', sentence, source: who() });
    audit.add({ who: who(), action, sentence: `${deviceTitle(device)}: ${sentence}`, devices: [device.id] });
  }

  return {
    'boards.compare': ({ old, recent }) => compareHashes(readHash(old, 'old hash'), readHash(recent, 'new hash')),
    'boards.check': ({ recent }) => ({ fields: checkBoardFields(readHash(recent, 'hash').fields, null) }),
    'boards.guide': () => boardGuide,
    'boards.donors': () => ({ marks: donorMarks.inForce() }),
    'boards.markDonor': ({ deviceId, reason }) => {
      store.write(() => {
        const device = deviceWith(deviceId);
        if (donorMarks.shownOf(device) !== null) {
          throw new AppError('conflict', 'The device is marked already.', {
            remedy: 'Lift that mark to give another reason.',
          });
        }
        donorMarks.add(device, { reason, who: who() });
        record(device, 'boards.markDonor', `Marked “never register again”: ${reason}`);
      });
      publish('devices.changed');
      return {};
    },
    'boards.liftDonor': ({ deviceId, reason }) => {
      store.write(() => {
        const device = deviceWith(deviceId);
        const mark = donorMarks.shownOf(device);
        if (mark === null) throw new AppError('conflict', 'The device is not marked “never register again”.');
        donorMarks.lift(mark.id, { reason, who: who() });
        record(device, 'boards.liftDonor', `The mark “never register again” was lifted: ${reason}`);
      });
      publish('devices.changed');
      return {};
    },
  };
}
