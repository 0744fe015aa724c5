import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useScan } from './scanContext.ts';

const OPEN_DIALOG = '[aria-modal="true"]';
/** What Enter belongs to in an answer: the field for a code, else its button. */
const ENTERS = 'input, [data-enters]';
/** Where the page itself puts the focus: on arrival, and when what had it is gone. */
const GIVEN_BY_PAGE = 'h1, [data-focus-home]';

/**
 * Lets a scanner and the Enter key do the whole work: what the answer lets Enter do has the focus, and keeps it while the
 * device changes under it, until something has been done or the person has turned to something else. An answer that gives
 * Enter nothing to do takes the focus itself, so that Enter presses nothing of the page.
 * @param band the answer; @param state what it says, so that another state is noticed
 */
export function useAnswerFocus(band: RefObject<HTMLElement | null>, state: string): void {
  const { answered, spendScan } = useScan();
  const id = answered?.awaitsEnter === true && answered.answer.colour !== null ? answered.id : null;
  const spend = useEffectEvent(spendScan);
  useEffect(() => {
    // Behind a dialog nothing takes the focus from it.
    if (id === null || document.querySelector(OPEN_DIALOG) !== null) return;
    focusIn(band.current);
  }, [band, id, state]);
  useEffect(() => {
    if (id === null) return;
    const turned = ({ type, target }: Event) => {
      if (!(target instanceof Element) || band.current?.contains(target) === true) return;
      // The place to which the scan led takes the focus when it is there.
      if (type === 'focusin' && target.matches(GIVEN_BY_PAGE)) focusIn(band.current);
      else spend();
    };
    document.addEventListener('focusin', turned);
    document.addEventListener('input', turned);
    return () => {
      document.removeEventListener('focusin', turned);
      document.removeEventListener('input', turned);
    };
  }, [band, id]);
}

function focusIn(band: HTMLElement | null): void {
  const enters = band?.querySelector<HTMLElement>(ENTERS) ?? band;
  enters?.focus({ preventScroll: true });
}
