import { useEffect, type RefObject } from 'react';
import { holdsKeys } from './isTyping.ts';

const OPEN_DIALOG = '[aria-modal="true"]';
const FOCUSABLE = 'button:not([disabled]), a[href], input:not([disabled]), select, textarea, [tabindex="0"]';

/**
 * Brings the focus back when what had it is gone: after a dialog to the control that opened it, after an act that
 * removed its own control to the nearest `data-focus-home` that is left, else to the page's heading. Without it the next
 * Tab would start at the top of the document.
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
      const { target, relatedTarget } = event;
      // From a dialog or a menu the focus comes back.
      if (relatedTarget !== null && !holdsKeys(relatedTarget)) homes = [];
      if (relatedTarget !== null) return;
      // Without a new place it is lost where its control is gone; else it was taken away, as by Tab at the page's end.
      queueMicrotask(() => {
        const isStillThere = target instanceof Element && target.isConnected;
        if (isStillThere && document.activeElement === document.body) homes = [];
      });
    };
    // Dialogs stand beside the page, not in it.
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body) return;
      const dialog = document.querySelector(OPEN_DIALOG);
      if (dialog !== null) focusFirst([...dialog.querySelectorAll(FOCUSABLE)]);
      else if (homes.length > 0) focusFirst([...homes, ...element.querySelectorAll('h1')]);
    });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [page]);
}

/** The first that takes the focus: what is gone or hidden does not. */
function focusFirst(candidates: readonly Element[]): void {
  candidates.some((candidate) => {
    if (candidate instanceof HTMLElement) candidate.focus({ preventScroll: true });
    return document.activeElement === candidate;
  });
}

/** The control itself, then the homes around it. */
function homesOf(control: Element): Element[] {
  const homes = [control];
  for (let home = control.closest('[data-focus-home]'); home !== null;) {
    homes.push(home);
    home = home.parentElement?.closest('[data-focus-home]') ?? null;
  }
  return homes;
}
