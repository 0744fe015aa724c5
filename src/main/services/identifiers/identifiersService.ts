import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { IdentifierHandlers } from '../../../shared/api/contract/identifiers.ts';
import { corporateIdentifierOf } from '../../../shared/identifiers/corporateIdentifier.ts';
import { identifierChangeWords } from '../../../shared/identifiers/identifierWords.ts';
import { readScan } from '../../../shared/scans/readScan.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import { wordsOf } from '../../../shared/words/catalogue.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { associateJob, createAssociateStep } from './associateStep.ts';
import { createUploadSteps, uploadJob } from './uploadSteps.ts';

/** What the jobs of corporate identifiers and DeviceLinks do, step by step. */
export function createIdentifierSteps(context: ServiceContext): readonly JobHandler[] {
  return [...createUploadSteps(context), createAssociateStep(context)];
}

/** What Autopilot device preparation knows devices by: corporate identifiers, and DeviceLinks (beta). */
export function createIdentifiersService(context: ServiceContext): IdentifierHandlers {
  const { audit, deviceLinks, devices, outbox, settings, store, tenants, who } = context;

  function refuseWithoutBeta(): void {
    if (readSettings(settings).deviceLinkBeta) return;
    throw new AppError('unsupported', 'Associating devices by DeviceLink is switched off.', {
      remedy: 'It is a beta of Microsoft’s: switch it on in the settings if your tenant has it.',
    });
  }

  return {
    'identifiers.upload': ({ deviceIds }) => {
      const batchId = randomUUID();
      const refused: RefusedDevice[] = [];
      const changed: OutputOf<'identifiers.upload'>['changed'] = [];
      let queued = 0;
      store.write(() => {
        for (const device of deviceIds.flatMap((id) => devices.get(id) ?? [])) {
          const reading = corporateIdentifierOf(device);
          if (reading.state === 'refused') {
            refused.push(refusedFor(deviceTitle(device), reading.refusal));
            continue;
          }
          queued += 1;
          outbox.enqueue(uploadJob(device, reading.identifier, batchId));
          for (const change of reading.changes) {
            const sentence = wordsOf(identifierChangeWords, change.code, change);
            changed.push({ serialNumber: deviceTitle(device), change, sentence });
          }
        }
      });
      return { queued, refused, changed };
    },

    'identifiers.associate': ({ tenantId, deviceLink }) => {
      refuseWithoutBeta();
      if (tenants.get(tenantId) === null) throw new AppError('not-found', 'There is no such tenant.');
      const { kind, serialNumber, repairs } = readScan(deviceLink);
      // Its data is sent as it stands, so a link that had to be mended to be read is not good enough.
      if (kind !== 'devicelink' || repairs.length > 0) {
        throw new AppError('invalid-input', 'This is not a DeviceLink, or not a whole one.', {
          remedy: 'Scan the code that the device shows as its DeviceLink; it begins with “deviceLink:”.',
        });
      }
      const alike = serialNumber === null ? [] : devices.withSerialNumber(serialNumber, tenantId);
      const deviceId = alike.length === 1 ? (alike[0]?.id ?? null) : null;
      store.write(() => {
        const linkId = deviceLinks.add(tenantId, deviceLink);
        outbox.enqueue(associateJob({ linkId, tenantId, deviceId, serialNumber }));
        const sentence = `Association of ${serialNumber ?? 'a device'} by DeviceLink asked for.`;
        audit.add({ who: who(), action: 'identifiers.associate', sentence });
      });
      return { queued: 1, refused: [] };
    },

    'identifiers.associateDevices': ({ deviceIds }) => {
      refuseWithoutBeta();
      const refused: RefusedDevice[] = [];
      let queued = 0;
      store.write(() => {
        for (const device of deviceIds.flatMap((id) => devices.get(id) ?? [])) {
          const serialNumber = deviceTitle(device);
          const linkId = deviceLinks.keptFor(device.id);
          if (linkId === null) {
            refused.push(refusedFor(serialNumber, { code: 'identifiers.noDeviceLink' }));
            continue;
          }
          queued += 1;
          outbox.enqueue(associateJob({ linkId, tenantId: device.tenantId, deviceId: device.id, serialNumber }));
          const sentence = `Association of ${serialNumber} by DeviceLink asked for.`;
          audit.add({ who: who(), action: 'identifiers.associate', sentence });
        }
      });
      return { queued, refused };
    },
  };
}
