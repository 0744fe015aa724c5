import { checklistHtml } from '../services/checklists/paper/checklistHtml.ts';
import { checklistPdf } from '../services/checklists/paper/checklistPdf.ts';
import type { ChecklistSheet } from '../services/checklists/paper/checklistSheet.ts';
import { layOutLabel, type LabelContent } from '../services/labels/labelLayout.ts';
import { labelsPdf } from '../services/labels/labelPdf.ts';
import { labelPng } from '../services/labels/labelPng.ts';
import { labelSvg } from '../services/labels/labelSvg.ts';

export type ChecklistFormat = 'pdf' | 'html' | 'json';
export type LabelFormat = 'pdf' | 'svg' | 'png';

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

/** Labels as the content of a file; only a PDF holds the others too. */
export function labelFile(
  first: LabelContent,
  others: readonly LabelContent[],
  size: { readonly widthMm: number; readonly heightMm: number },
  format: LabelFormat,
  createdAt: Date,
): Promise<Buffer> | string {
  const layOut = (content: LabelContent) => layOutLabel(content, size.widthMm, size.heightMm);
  switch (format) {
    case 'pdf':
      return labelsPdf([first, ...others], layOut, createdAt);
    case 'svg':
      return labelSvg(layOut(first));
    case 'png':
      return labelPng(layOut(first));
  }
}
