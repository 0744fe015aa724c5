import { AppError } from '../../shared/outcome/appError.ts';
import { codePointOf, unprintableIn } from './printable.ts';

/** A text that is to be printed, and what a person calls it. */
export interface NamedText {
  /** “group tag”, say. */
  readonly field: string;
  /** The name of the device whose text it is. */
  readonly device: string;
  readonly text: string;
}

/** How many texts with such characters one sentence names. */
const NAMED_MOST = 5;

/** @throws AppError `unprintable` naming the characters that no typeface here has, and whose they are */
export function refuseUnprintable(texts: readonly NamedText[]): void {
  const found = texts.flatMap(({ field, device, text }) => {
    const characters = unprintableIn(text);
    return characters.length === 0 ? [] : [`${field} of ${device}: ${characters.map(named).join(', ')}`];
  });
  if (found.length === 0) return;
  const more = found.length > NAMED_MOST ? [`${found.length - NAMED_MOST} more`] : [];
  const list = [...found.slice(0, NAMED_MOST), ...more].join('; ');
  throw new AppError('unprintable', `Reseal has no typeface for these characters: ${list}.`, {
    remedy: 'Change the text, or print the codes of the characters in their place.',
  });
}

function named(character: string): string {
  return `${character} (${codePointOf(character)})`;
}
