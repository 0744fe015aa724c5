import type { ChecklistSheet } from './checklistSheet.ts';

/** A checklist for other programs. */
export function checklistJson(sheet: ChecklistSheet): string {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}
