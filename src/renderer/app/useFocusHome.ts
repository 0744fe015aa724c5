import { useEffect, type RefObject } from 'react';
import { holdsKeys } from './isTyping.ts';

/**
 * Brings the focus back when an act removes the control that had it: to the nearest `data-focus-home` that is left,
 * else to the page's heading. Without it the next Tab would start at the top of the document.
 */
export function useFocusHome(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current;
    if (element === null) return;
    let homes: Element[] = [];

    const remember = (event: FocusEvent) => {
      homes = event.target instanceof Element ? homesOf(event.target) : [];
    };
    const forget = (event: FocusEvent) => {
      // Focus that moves elsewhere is told with its new place; focus that is lost is not. From a dialog or a menu it
      // would come back to a control that their act may have removed.
      if (event.relatedTarget !== null && !holdsKeys(event.relatedTarget)) homes = [];
    };
    const observer = new MutationObserver(() => {
      if (homes.length === 0 || document.activeElement !== document.body) return;
      const home = homes.find((candidate) => candidate.isConnected) ?? element.querySelector('h1');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [page]);
}

function homesOf(target: Element): Element[] {
  const homes: Element[] = [];
  let home = target.closest('[data-focus-home]');
  while (home !== null) {
    homes.push(home);
    home = home.parentElement?.closest('[data-focus-home]') ?? null;
  }
  return homes.length === 0 ? [target] : homes;
}
