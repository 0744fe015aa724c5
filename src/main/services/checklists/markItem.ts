import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistItem } from '../../../shared/checklists/checklist.ts';
import { gateBefore } from '../../../shared/checklists/items.ts';
import type { MarkEntry } from '../../store/checklistStore.ts';

/**
 * @throws AppError `invalid-input` where a required step is skipped without a reason, `conflict` where a step is ticked
 * before the gate that stands above it
 */
export function refuseToMark(items: readonly ChecklistItem[], item: ChecklistItem, { state, note }: MarkEntry): void {
  if (state === 'skipped' && item.need === 'required' && (note ?? '').trim() === '') {
    throw new AppError('invalid-input', `${item.id} is required: skipping it needs a reason.`, {
      remedy: 'Say in the note why it is skipped.',
      fields: [{ field: 'note', message: 'Say why this required step is skipped.' }],
    });
  }
  const gate = state === 'done' ? gateBefore(items, item.id) : undefined;
  if (gate !== undefined) {
    throw new AppError('conflict', `${gate.id} comes first: ${gate.title}.`, {
      remedy: `Settle ${gate.id}, or skip it and say why.`,
    });
  }
}

/** A mark in words, for a history. */
export function markSentence(
  { id, title, state: before, note: noteBefore }: ChecklistItem,
  { state, note }: MarkEntry,
): string {
  const remark = note === null || note.trim() === '' ? '' : `: ${note.trim()}`;
  if (state !== 'open') return `${id} ${title} – ${state}${remark}`;
  return `${id} ${title} – open again, after “${before}${noteBefore === null ? '' : `: ${noteBefore}`}”`;
}
