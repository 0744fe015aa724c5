import type { LabelSubject } from '../../../shared/labels/labelLook.ts';
import { labelText } from '../../text/labels.ts';

/** What labels are made for: devices, or shelves by their names. */
export type LabelTarget =
  | {
      readonly kind: 'devices';
      readonly ids: readonly string[];
      /** What one is called by; null for several. */
      readonly title: string | null;
    }
  | { readonly kind: 'shelves'; readonly names: readonly string[] };

/** What the dialog is called. */
export function titleOf(target: LabelTarget): string {
  if (target.kind === 'shelves') return labelText.titleOfShelves;
  return target.title === null ? labelText.titleOfMany(target.ids.length) : labelText.titleOfOne(target.title);
}

/** What the picture of the first label shows, for who does not see it. */
export function previewNameOf(target: LabelTarget, subject: LabelSubject): string {
  if (target.kind === 'shelves') return labelText.previewOfShelf(target.names[0] ?? '');
  if (subject === 'box') return labelText.previewOfBox;
  return target.title === null ? labelText.previewOfFirst : labelText.previewOfDevice(target.title);
}
