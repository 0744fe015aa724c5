import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import type { IdentifierHandlers } from '../../../shared/api/contract/identifiers.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { corporateIdentifierOf } from '../../../shared/identifiers/corporateIdentifier.ts';
import { identifierChangeWords } from '../../../shared/identifiers/identifierWords.ts';
import { readScan } from '../../../shared/scans/readScan.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import { wordsOf } from '../../../shared/words/catalogue.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { NewJob } from '../../store/jobStore.ts';
import type { TenantRowFilter, TenantRowStore } from '../../store/tenantRowStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { associateJob, createAssociateSteps } from './associateSteps.ts';
import { readAssociations, readIdentifiers } from './readLists.ts';
import { createRemoveSteps, dissociateJob, removeIdentifierJob, serialIn, type RowRemoval } from './removeSteps.ts';
import { createUploadSteps, uploadJob } from './uploadSteps.ts';

/** What the jobs of corporate identifiers and DeviceLinks do, step by step. */
export function createIdentifierSteps(context: ServiceContext): readonly JobHandler[] {
  return [...createUploadSteps(context), ...createAssociateSteps(context), ...createRemoveSteps(context)];
}

/** What Autopilot device preparation knows devices by: corporate identifiers, and DeviceLinks (beta). */
export function createIdentifiersService(context: ServiceContext): IdentifierHandlers {
  const { associations, audit, deviceLinks, devices, identifiers, outbox, preparation, settings, store, tenants, who } =
    context;

  function refuseWithoutBeta(): void {
    if (readSettings(settings).deviceLinkBeta) return;
    throw new AppError('unsupported', 'Associating devices by DeviceLink is switched off.', {
      remedy: 'It is a beta of Microsoft’s: switch it on in the settings if your tenant has it.',
    });
  }

  /** The one device of the queue with a serial number; null where there is none, or several. */
  function onlyDevice(tenantId: string, serialNumber: string): string | null {
    const [device, ...others] = devices.withSerialNumber(serialNumber, tenantId);
    return others.length === 0 ? (device?.id ?? null) : null;
  }

  /** The policy of device preparation, where the tenant is known to have no other; Microsoft chooses where none is named. */
  function onlyPolicy(tenantId: string): string | null {
    const reading = preparation.get(tenantId);
    const [policy, ...others] = reading?.policies ?? [];
    return reading?.isWhole === true && others.length === 0 ? (policy?.id ?? null) : null;
  }

  function removeRows(
    { tenantId, rows }: InputOf<'identifiers.remove'>,
    { jobFor, serialOf, what }: RemovalOfRows,
  ): OutputOf<'identifiers.remove'> {
    if (tenants.get(tenantId) === null) throw new AppError('not-found', 'There is no such tenant.');
    const batchId = randomUUID();
    store.write(() => {
      for (const { id, shown } of rows) {
        const serialNumber = serialOf(shown);
        const deviceId = onlyDevice(tenantId, serialNumber);
        outbox.enqueue(jobFor({ id, shown, tenantId, batchId, deviceId }));
        const sentence = `Removal of the ${what} of ${serialNumber} asked for.`;
        const about = { devices: deviceId === null ? [] : [deviceId], tenants: [tenantId] };
        audit.add({ who: who(), action: 'identifiers.remove', sentence, ...about });
      }
    });
    return { queued: rows.length, batchId };
  }

  return {
    'identifiers.list': ({ offset, limit, ...filter }) => ({
      ...listingOf(identifiers, filter),
      identifiers: [...identifiers.page(filter, offset, limit)],
    }),
    'identifiers.read': ({ tenantId }) => readIdentifiers(context, tenantId),
    'identifiers.remove': (input) =>
      removeRows(input, { jobFor: removeIdentifierJob, serialOf: serialIn, what: 'corporate identifier' }),

    'identifiers.withDeviceLink': ({ tenantId }) => ({ ids: [...deviceLinks.devicesOf(tenantId)] }),
    'identifiers.associations': ({ offset, limit, ...filter }) => ({
      ...listingOf(associations, filter),
      associations: [...associations.page(filter, offset, limit)],
    }),
    'identifiers.readAssociations': ({ tenantId }) => readAssociations(context, tenantId),
    'identifiers.dissociate': (input) =>
      removeRows(input, { jobFor: dissociateJob, serialOf: (shown) => shown, what: 'association' }),

    'identifiers.upload': ({ deviceIds }) => {
      const batchId = randomUUID();
      const refused: RefusedDevice[] = [];
      const changed: OutputOf<'identifiers.upload'>['changed'] = [];
      const uploaded: string[] = [];
      store.write(() => {
        for (const device of deviceIds.flatMap((id) => devices.get(id) ?? [])) {
          const reading = corporateIdentifierOf(device);
          if (reading.state === 'refused') {
            refused.push(refusedFor(deviceTitle(device), reading.refusal));
            continue;
          }
          uploaded.push(device.id);
          outbox.enqueue(uploadJob(device, reading.identifier, batchId));
          for (const change of reading.changes) {
            const sentence = wordsOf(identifierChangeWords, change.code, change);
            changed.push({ serialNumber: deviceTitle(device), change, sentence });
          }
        }
        if (uploaded.length === 0) return;
        const sentence = `Upload of ${neutralFormatter.count(uploaded.length, 'corporate identifier', 'corporate identifiers')} asked for.`;
        audit.add({ who: who(), action: 'identifiers.upload', sentence, devices: uploaded });
      });
      return { queued: uploaded.length, refused, changed };
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
      const deviceId = serialNumber === null ? null : onlyDevice(tenantId, serialNumber);
      store.write(() => {
        const linkId = deviceLinks.add(tenantId, deviceLink);
        outbox.enqueue(associateJob({ linkId, tenantId, deviceId, serialNumber, policyId: onlyPolicy(tenantId) }));
        const sentence = `Association of ${serialNumber ?? 'a device'} by DeviceLink asked for.`;
        const about = { devices: deviceId === null ? [] : [deviceId], tenants: [tenantId] };
        audit.add({ who: who(), action: 'identifiers.associate', sentence, ...about });
      });
      return { queued: 1, refused: [] };
    },

    'identifiers.associateDevices': ({ deviceIds }) => {
      refuseWithoutBeta();
      const batchId = randomUUID();
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
          const { id: deviceId, tenantId } = device;
          const policyId = onlyPolicy(tenantId);
          outbox.enqueue(associateJob({ linkId, tenantId, deviceId, serialNumber, policyId, batchId }));
          const sentence = `Association of ${serialNumber} by DeviceLink asked for.`;
          audit.add({ who: who(), action: 'identifiers.associate', sentence, devices: [deviceId] });
        }
      });
      return { queued, refused };
    },
  };
}

interface RemovalOfRows {
  readonly jobFor: (removal: RowRemoval) => NewJob;
  /** The serial number of a row as it was shown. */
  readonly serialOf: (shown: string) => string;
  readonly what: string;
}

/** What is told of a kept list besides its rows. */
function listingOf(list: TenantRowStore<unknown>, filter: TenantRowFilter) {
  const reading = list.reading(filter.tenantId);
  return {
    readAt: reading?.readAt ?? null,
    isWhole: reading?.isWhole ?? false,
    matching: list.matching(filter),
    states: list.states(filter.tenantId),
  };
}
