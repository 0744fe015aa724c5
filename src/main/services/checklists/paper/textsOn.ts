import type { NamedText } from '../../../paper/unprintable.ts';
import type { ChecklistSheet } from './checklistSheet.ts';

/** The texts of people on a sheet, each with what it is called. */
export function textsOn({ name, facts, place, printedBy, blocks }: ChecklistSheet): readonly NamedText[] {
  const items = blocks.flatMap((block) => block.items);
  const named: readonly (readonly [field: string, text: string])[] = [
    ['serial number', name],
    ...facts.map(({ label, value }) => [label.toLowerCase(), value] as const),
    ...items.map(({ id, note }) => [`note on ${id}`, note ?? ''] as const),
    ...items.map(({ id, by }) => [`initials on ${id}`, by ?? ''] as const),
    ['lab or bench', place],
    ['initials of whoever prints', printedBy],
  ];
  return named.map(([field, text]) => ({ field, device: name, text }));
}
