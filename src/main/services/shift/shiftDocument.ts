import { stringify } from 'csv-stringify/sync';
import type { Document, PaperSize } from '../../../shared/api/document.ts';
import { shiftRowHeadings, shiftRows } from '../../../shared/shift/shiftRows.ts';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { pageSizeOf } from '../../paper/pageSize.ts';
import { paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';

interface Wanted {
  readonly tenantId?: string | undefined;
  readonly format: 'pdf' | 'csv';
  readonly paper?: PaperSize | undefined;
  readonly withCodes: boolean;
}

/** A shift as a table, or as one page to sign. */
export async function shiftDocument(
  {
    audit,
    formatter,
    ports,
    settings,
    tenants,
  }: Pick<ServiceContext, 'audit' | 'formatter' | 'ports' | 'settings' | 'tenants'>,
  summary: ShiftSummary,
  { format, paper, tenantId, withCodes }: Wanted,
): Promise<Document> {
  const name = `shift-${summary.from.slice(0, 10)}`;
  if (format === 'csv') {
    const csv = stringify([[...shiftRowHeadings], ...shiftRows(summary)], {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    });
    return { fileName: `${name}.csv`, mediaType: 'text/csv', base64: Buffer.from(csv).toString('base64') };
  }
  const { labName, benchName, technicianInitials: printedBy, paper: ofLab } = readSettings(settings);
  // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
  const { shiftPdf } = await import('./paper/shiftPdf.ts');
  const sheet = {
    summary,
    customer: tenantId === undefined ? 'All customers' : tenantNameOf(tenants, tenantId),
    place: [labName, benchName].filter((part) => part !== '').join(', '),
    printedAt: ports.clock.now(),
    printedBy,
    auditHead: audit.printedHead(),
    page: pageSizeOf(paper, ofLab, ports.locale),
  };
  return paperFile(name, 'pdf', await shiftPdf(sheet, formatter, withCodes));
}
