import { stringify } from 'csv-stringify/sync';
import type { HandoverHandlers } from '../../../shared/api/contract/handover.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import {
  handoverColumns,
  handoverGroups,
  handoverHeadings,
  handoverRowOf,
} from '../../../shared/handover/handoverList.ts';
import { withoutCard } from '../../../shared/handover/withoutCard.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { pageSizeOf } from '../../paper/pageSize.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';

/** What goes along with devices that leave the lab: the list for who takes the box, and a card for each end user. */
export function createHandoverService({
  audit,
  deviceViews,
  formatter,
  ports,
  settings,
  store,
  tenants,
}: Pick<
  ServiceContext,
  'audit' | 'deviceViews' | 'formatter' | 'ports' | 'settings' | 'store' | 'tenants'
>): HandoverHandlers {
  /** In the order in which they are asked for. One that cannot be read keeps no other back: the health of the queue names it. */
  const readable = (ids: readonly string[]): DeviceView[] =>
    [...new Set(ids)].flatMap((id) => store.setAside.orNull(() => deviceViews.get(id)) ?? []);

  function place(): string {
    const { labName, benchName } = readSettings(settings);
    return [labName, benchName].filter((part) => part !== '').join(', ');
  }

  return {
    'handover.list': async ({ deviceIds, format, groupedBy, paper, withUsers, withCodes }) => {
      const now = ports.clock.now();
      const found = readable(deviceIds);
      if (found.length === 0) throw noDevice();
      const namesUsers = withUsers || groupedBy === 'user';
      const groups = handoverGroups(found.map(handoverRowOf), groupedBy);
      const name = `hand-over-${now.toISOString().slice(0, 10)}`;
      if (format === 'csv') {
        const columns = handoverColumns(namesUsers);
        const lines = groups.flatMap(({ rows }) => rows.map((row) => columns.map((column) => row[column] ?? '')));
        const csv = stringify([columns.map((column) => handoverHeadings[column]), ...lines], {
          bom: true,
          record_delimiter: 'windows',
          escape_formulas: true,
        });
        const file = { fileName: `${name}.csv`, mediaType: 'text/csv', base64: Buffer.from(csv).toString('base64') };
        return { document: file, devices: found.length };
      }
      // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
      const { handoverListPdf } = await import('./paper/handoverListPdf.ts');
      const sheet = {
        groups,
        groupedBy,
        namesUsers,
        customer: [...new Set(found.map(({ tenantId }) => tenantNameOf(tenants, tenantId)))].join(', '),
        place: place(),
        printedAt: now,
        printedBy: readSettings(settings).technicianInitials,
        auditHead: audit.printedHead(),
        page: pageSizeOf(paper, readSettings(settings).paper, ports.locale),
      };
      return {
        document: paperFile(name, 'pdf', await handoverListPdf(sheet, formatter, withCodes)),
        devices: found.length,
      };
    },
    'handover.cards': async ({ deviceIds, paper, withUsers, withCodes }) => {
      const found = readable(deviceIds);
      if (found.length === 0) throw noDevice();
      const told = found.map((device) => ({ device, reason: withoutCard(device) }));
      const ready = told.flatMap(({ device, reason }) => (reason === null ? [device] : []));
      const leftOut = told.flatMap(({ device, reason }) =>
        reason === null ? [] : [{ serialNumber: deviceTitle(device), reason }],
      );
      const [first, ...others] = ready;
      if (first === undefined) {
        throw new AppError('not-found', 'No user can set up any of these devices now.', {
          ...(leftOut[0] === undefined ? {} : { remedy: `${leftOut[0].serialNumber}: ${leftOut[0].reason}` }),
        });
      }
      const { handoverCardsPdf } = await import('./paper/handoverCardPdf.ts');
      const file = await handoverCardsPdf(
        {
          devices: ready.map((device) => ({ device, customer: tenantNameOf(tenants, device.tenantId) })),
          namesUsers: withUsers,
          contact: readSettings(settings).userContact,
          place: place(),
          printedAt: ports.clock.now(),
          page: pageSizeOf(paper, readSettings(settings).paper, ports.locale),
        },
        formatter,
        withCodes,
      );
      const name = others.length === 0 ? fileNameOf(deviceTitle(first)) : String(ready.length);
      return { document: paperFile(`hand-over-card-${name}`, 'pdf', file), devices: ready.length, leftOut };
    },
  };
}

const noDevice = (): AppError =>
  new AppError('not-found', 'None of these devices is in the queue.', {
    remedy: 'Look at the list of devices, and choose again.',
  });
