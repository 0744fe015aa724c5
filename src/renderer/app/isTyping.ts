const TEXT_FIELDS =
  'input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable]';
const HOLDS_KEYS = '[role=menu], [role=listbox], [role=dialog], [role=alertdialog]';

/** Whether keys belong to a field that a person types into. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

/** Whether something is open that uses single keys itself, so that the page's own keys rest. */
export function holdsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(HOLDS_KEYS) !== null;
}

/** Whether a scan into the field is a scan, and not what somebody enters. */
export function hearsScans(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-hears-scans]') !== null;
}
