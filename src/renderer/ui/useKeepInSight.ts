import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls an element's own scroller, never the page, so that the element is in sight whenever `isWanted` turns true. */
export function useKeepInSight<Item extends HTMLElement>(isWanted: boolean): RefObject<Item | null> {
  const item = useRef<Item>(null);
  useEffect(() => {
    const element = item.current;
    const scroller = element?.closest('[data-scroller]');
    if (!isWanted || element === null || !(scroller instanceof HTMLElement)) return;
    const above = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const isOutside = above < 0 || above + element.offsetHeight > scroller.clientHeight;
    if (isOutside) scroller.scrollTop += above - scroller.clientHeight / 4;
  }, [isWanted]);
  return item;
}
