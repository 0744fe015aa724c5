import type { KeyboardEvent } from 'react';

const STOPS = [
  'a[href]',
  'button:not([tabindex="-1"], [disabled])',
  'input:not([tabindex="-1"], [disabled], [type="hidden"])',
  'select',
  'textarea',
  'summary',
  '[tabindex="0"]:not([role="listitem"], [data-tabster-dummy])',
].join();

/** Lets Tab go on to the next control of the page, wherever it is: Fluent keeps it among its messages until Escape. */
export function tabOn(event: KeyboardEvent<HTMLElement>): void {
  const { key, shiftKey, target } = event;
  if (key !== 'Tab' || !(target instanceof Node)) return;
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const standsTo = (stop: HTMLElement, position: number) => (target.compareDocumentPosition(stop) & position) !== 0;
  const next = shiftKey
    ? (stops.findLast((stop) => standsTo(stop, Node.DOCUMENT_POSITION_PRECEDING)) ?? stops.at(-1))
    : (stops.find((stop) => standsTo(stop, Node.DOCUMENT_POSITION_FOLLOWING)) ?? stops[0]);
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}
