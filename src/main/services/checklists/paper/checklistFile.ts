import { checklistHtml } from './checklistHtml.ts';
import { checklistPdf } from './checklistPdf.ts';
import type { ChecklistSheet } from './checklistSheet.ts';

export type ChecklistFormat = 'pdf' | 'html' | 'json';

/** A checklist as the content of a file. */
export function checklistFile(sheet: ChecklistSheet, format: ChecklistFormat): Promise<Buffer> | string {
  switch (format) {
    case 'pdf':
      return checklistPdf(sheet);
    case 'html':
      return checklistHtml(sheet);
    case 'json':
      return `${JSON.stringify(sheet, null, 2)}\n`;
  }
}
