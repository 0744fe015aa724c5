import type { Formatter } from '../../../../shared/format/formatter.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';
import { checklistHtml } from './checklistHtml.ts';
import { checklistPdf, checklistsPdf } from './checklistPdf.ts';
import type { ChecklistSheet } from './checklistSheet.ts';
import { textsOn } from './textsOn.ts';

export type ChecklistFormat = 'pdf' | 'html' | 'json';

/**
 * A checklist as the content of a file.
 * @throws AppError `unprintable` where a PDF would need `withCodes`
 */
export function checklistFile(
  sheet: ChecklistSheet,
  format: ChecklistFormat,
  formatter: Formatter,
  withCodes: boolean,
): Promise<Buffer> | string {
  switch (format) {
    case 'pdf':
      if (!withCodes) refuseUnprintable(textsOn(sheet));
      return checklistPdf(sheet, formatter);
    case 'html':
      return checklistHtml(sheet, formatter);
    case 'json':
      // The page is the printer's.
      return `${JSON.stringify({ ...sheet, page: undefined }, null, 2)}\n`;
  }
}

/**
 * Several checklists as one PDF, each beginning a page.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export function checklistsFile(
  sheets: readonly ChecklistSheet[],
  formatter: Formatter,
  withCodes: boolean,
): Promise<Buffer> {
  if (!withCodes) refuseUnprintable(sheets.flatMap(textsOn));
  return checklistsPdf(sheets, formatter);
}
