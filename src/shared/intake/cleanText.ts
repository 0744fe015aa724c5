/** The usual value: printable ASCII that neither begins nor ends with a blank. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const INVISIBLE = /[\0-\x08\x0E-\x1F\x7F\u00AD\u200B\u200E\u200F\u2060\uFEFF]|\u200C|\u200D/g;
const ANY_BLANKS = /[\s\u00A0]+/g;

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
