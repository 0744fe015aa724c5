/** The usual value: printable ASCII that neither begins nor ends with a blank. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const INVISIBLE =
  /[\0-\x08\x0E-\x1F\x7F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\u200C|\u200D/g;
/** Embeddings, overrides and isolates. The marks U+200E, U+200F and U+061C only come along when text is copied, and are removed. */
const TURNS_TEXT = /[\u202A-\u202E\u2066-\u2069]/;
const ANY_BLANKS = /[\s\u00A0]+/g;

/** Whether a text holds a character that makes others run the other way, so that a person reads what does not stand there. */
export function turnsText(text: string): boolean {
  return TURNS_TEXT.test(text);
}

/**
 * A typed value without blanks around it and without what cannot be seen; null where nothing is left. Microsoft names
 * hidden characters and trailing blanks as causes of failed registrations ("Windows Autopilot FAQ").
 */
export function cleanText(raw: string | undefined): string | null {
  if (raw === undefined || raw === '') return null;
  if (PLAIN.test(raw)) return raw;
  const text = raw.replace(INVISIBLE, '').replace(ANY_BLANKS, ' ').trim();
  return text === '' ? null : text;
}
