import { useEffect, useEffectEvent } from 'react';

const OPEN_DIALOG = '[aria-modal="true"]';

/** Ctrl+K, or Cmd+K on a Mac, from anywhere in the page, fields included; not over a dialog that asks something else. */
export function usePaletteKey(isOpen: boolean, setIsOpen: (isOpen: boolean) => void): void {
  const toggle = useEffectEvent(() => {
    if (isOpen || document.querySelector(OPEN_DIALOG) === null) setIsOpen(!isOpen);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isCommand || event.key.toLowerCase() !== 'k' || event.isComposing) return;
      // Browsers go to their own address line with it.
      event.preventDefault();
      if (!event.repeat) toggle();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
