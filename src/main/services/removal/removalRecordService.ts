import type { OutputOf } from '../../../shared/api/contract.ts';
import type { RemovalHandlers } from '../../../shared/api/contract/removal.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { PastRemoval } from '../../../shared/removal/pastRemoval.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

type Answers = Pick<RemovalHandlers, 'removal.records' | 'removal.document'>;
type LeftOut = OutputOf<'removal.records'>['leftOut'];

/** What was removed of which device, as data and as paper for the customer. */
export function createRemovalRecordService({
  audit,
  devices,
  formatter,
  ports,
  removals,
  settings,
  store: { setAside },
}: ServiceContext): Answers {
  /** The record of a device; or why it has none. */
  function recordOf(id: string): PastRemoval | string {
    return removals.lastEnded(id) ?? reasonOf(devices.get(id));
  }

  function recordsOf(deviceIds: readonly string[]) {
    const found: PastRemoval[] = [];
    const leftOut: LeftOut = [];
    for (const id of new Set(deviceIds)) {
      const record = setAside.orNull(() => recordOf(id)) ?? 'It cannot be read; the health of the queue names it.';
      if (typeof record === 'string') leftOut.push({ serialNumber: nameOf(id), reason: record });
      else found.push(record);
    }
    return { removals: found, leftOut };
  }

  function nameOf(id: string): string {
    const device = setAside.orNull(() => devices.get(id));
    return device === null ? id : deviceTitle(device);
  }

  return {
    'removal.records': ({ deviceIds }) => recordsOf(deviceIds),
    'removal.document': async ({ deviceIds, withCodes }) => {
      const { removals: found, leftOut } = recordsOf(deviceIds);
      const [first, ...others] = found;
      if (first === undefined) throw noRecord(leftOut);
      const { labName, benchName, technicianInitials: printedBy } = readSettings(settings);
      const place = [labName, benchName].filter((part) => part !== '').join(', ');
      // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
      const { removalFile } = await import('./paper/removalFile.ts');
      const sheet = { removals: found, place, printedAt: ports.clock.now(), printedBy, auditHead: audit.printedHead() };
      const file = await removalFile(sheet, formatter, withCodes);
      const name = others.length === 0 ? fileNameOf(first.serialNumber ?? 'device') : String(found.length);
      return { document: paperFile(`removal-record-${name}`, 'pdf', file), removals: found.length, leftOut };
    },
  };
}

function reasonOf(device: DeviceRecord | null): string {
  if (device === null) return 'This device is not in the queue.';
  if (device.registration === 'removing') return 'It is being deregistered; its record comes when that is over.';
  return device.registration === 'removed'
    ? 'It was deregistered before Reseal kept records, or elsewhere; its history tells what is known.'
    : 'It was not deregistered.';
}

function noRecord([first]: LeftOut): AppError {
  return new AppError('not-found', `There is no removal to put on record. ${first?.reason ?? ''}`.trim());
}
