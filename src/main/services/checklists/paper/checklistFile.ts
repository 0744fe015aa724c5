import type { Formatter } from '../../../../shared/format/formatter.ts';
import { checklistHtml } from './checklistHtml.ts';
import { checklistPdf } from './checklistPdf.ts';
import type { ChecklistSheet } from './checklistSheet.ts';

export type ChecklistFormat = 'pdf' | 'html' | 'json';

/** A checklist as the content of a file. */
export function checklistFile(
  sheet: ChecklistSheet,
  format: ChecklistFormat,
  formatter: Formatter,
): Promise<Buffer> | string {
  switch (format) {
    case 'pdf':
      return checklistPdf(sheet, formatter);
    case 'html':
      return checklistHtml(sheet, formatter);
    case 'json':
      return `${JSON.stringify(sheet, null, 2)}\n`;
  }
}
