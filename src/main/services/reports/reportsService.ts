import { stringify } from 'csv-stringify/sync';
import type { ReportHandlers } from '../../../shared/api/contract/reports.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { isOfOrder, reportColumns, reportHeadings, reportRowOf } from '../../../shared/reports/reportRow.ts';
import { paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { reportPhotosOf } from './reportPhotos.ts';
import { readSettings } from '../settings/settingsService.ts';

/** What was done with devices, as a document for their customer. */
export function createReportsService({
  attachments,
  devices,
  formatter,
  ports,
  settings,
  store,
}: Pick<ServiceContext, 'attachments' | 'devices' | 'formatter' | 'ports' | 'settings' | 'store'>): ReportHandlers {
  return {
    'reports.ofDevices': async ({ deviceIds, format, orderNumber, withUsers, withPhotos, withCodes }) => {
      const now = ports.clock.now();
      const columns = reportColumns(withUsers);
      const asked = [...new Set(deviceIds)].flatMap((id) => {
        // One that cannot be read keeps the others from no customer: the health of the queue names it.
        const device = store.setAside.orNull(() => devices.get(id));
        const isAsked = device !== null && (orderNumber === undefined || isOfOrder(device, orderNumber));
        return isAsked ? [device] : [];
      });
      const rows = asked.map((device) => reportRowOf(device, now));
      if (rows.length === 0) {
        throw new AppError('not-found', 'None of these devices is in the queue or of this order.', {
          remedy: 'Look at the list of devices, and choose again.',
        });
      }
      const name = `report-${now.toISOString().slice(0, 10)}`;
      if (format === 'csv') {
        const lines = [
          columns.map((column) => reportHeadings[column]),
          ...rows.map((row) => columns.map((column) => row[column] ?? '')),
        ];
        const csv = stringify(lines, { bom: true, record_delimiter: 'windows', escape_formulas: true });
        const file = { fileName: `${name}.csv`, mediaType: 'text/csv', base64: Buffer.from(csv).toString('base64') };
        return { document: file, devices: rows.length };
      }
      const { labName, benchName } = readSettings(settings);
      const place = [labName, benchName].filter((part) => part !== '').join(', ');
      // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
      const { reportPdf } = await import('./paper/reportPdf.ts');
      const photos = withPhotos ? reportPhotosOf(asked, attachments) : [];
      const file = await reportPdf({ columns, rows, photos, place, printedAt: now }, formatter, withCodes);
      return { document: paperFile(name, 'pdf', file), devices: rows.length };
    },
  };
}
